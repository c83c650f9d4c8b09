package io.stockassistant.migrations.lint.report;

import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.Severity;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report of JUnit's runners: each migration is a test, and fails where there is an error. */
public final class JUnit {

    private JUnit() {}

    /** @param migrations all that were linted, by the names that findings have */
    public static String of(List<Finding> findings, List<String> migrations) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "migrations lint");
            xml.writeAttribute("tests", Integer.toString(migrations.size()));
            xml.writeAttribute(
                    "failures",
                    Long.toString(migrations.stream()
                            .filter(each -> !errors(findings, each).isEmpty())
                            .count()));
            for (String each : migrations) {
                write(xml, each, findings);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // nothing is written but to memory
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String migration, List<Finding> findings) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", migration.substring(0, Math.max(migration.indexOf('@'), 0)));
        xml.writeAttribute("name", migration);
        List<Finding> errors = errors(findings, migration);
        if (!errors.isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean(errors.get(0).text()));
            xml.writeAttribute("type", errors.get(0).code());
            xml.writeCharacters(text(errors));
            xml.writeEndElement();
        }
        List<Finding> others = findings.stream()
                .filter(each -> each.migration().equals(migration) && each.severity() != Severity.ERROR)
                .toList();
        if (!others.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(text(others));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static List<Finding> errors(List<Finding> findings, String migration) {
        return findings.stream()
                .filter(each -> each.migration().equals(migration) && each.severity() == Severity.ERROR)
                .toList();
    }

    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(each -> text.append(Uris.path(each.file()))
                .append(':')
                .append(each.line())
                .append(": ")
                .append(each.severity())
                .append(" [")
                .append(each.code())
                .append("] ")
                .append(each.text())
                .append('\n')
                .append(each.remedy())
                .append('\n'));
        return clean(text.toString());
    }

    /** XML has no way to write most control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "?");
    }
}
