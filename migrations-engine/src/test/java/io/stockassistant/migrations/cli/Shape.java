package io.stockassistant.migrations.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON value looks like, itself written as JSON: an object has exactly these members ({@code name?} may be
 * missing, {@code *} stands for any name), an array any number of elements like its first, and a word is one of the
 * types string, number, boolean and null, with {@code |} between alternatives.
 */
record Shape(JsonNode pattern) {

    static Shape of(String text) {
        return new Shape(Answer.parse(text));
    }

    /** What is different, each with its place; nothing if the value has this shape. */
    List<String> differences(JsonNode value) {
        List<String> found = new ArrayList<>();
        compare("$", pattern, value, found);
        return found;
    }

    private static void compare(String place, JsonNode pattern, JsonNode value, List<String> found) {
        if (pattern.isObject() && value.isObject()) {
            compareMembers(place, pattern, value, found);
        } else if (pattern.isArray() && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                compare(place + "[" + i + "]", pattern.get(0), value.get(i), found);
            }
        } else if (!pattern.isString()
                || !List.of(pattern.asString().split("\\|")).contains(type(value))) {
            found.add(place + " is " + type(value) + " instead of " + pattern);
        }
    }

    private static void compareMembers(String place, JsonNode pattern, JsonNode value, List<String> found) {
        for (Map.Entry<String, JsonNode> member : pattern.properties()) {
            String name = member.getKey().replace("?", "");
            if (value.has(name)) {
                compare(place + "." + name, member.getValue(), value.get(name), found);
            } else if (!member.getKey().endsWith("?") && !name.equals("*")) {
                found.add(place + "." + name + " is missing");
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            if (pattern.has("*")) {
                compare(place + "." + name, pattern.get("*"), member.getValue(), found);
            } else if (!pattern.has(name) && !pattern.has(name + "?")) {
                found.add(place + "." + name + " is not in the contract");
            }
        }
    }

    private static String type(JsonNode value) {
        if (value.isNumber()) {
            return "number";
        }
        if (value.isString()) {
            return "string";
        }
        return value.isBoolean() ? "boolean" : value.isNull() ? "null" : value.isObject() ? "object" : "array";
    }
}
