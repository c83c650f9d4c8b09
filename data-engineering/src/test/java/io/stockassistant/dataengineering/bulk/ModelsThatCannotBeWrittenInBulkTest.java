package io.stockassistant.dataengineering.bulk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsThatCannotBeWrittenInBulkTest {

    @ParameterizedTest
    @MethodSource("models")
    void areRefusedWithAReason(Class<? extends Record> model, String reason) {
        assertThatThrownBy(() -> BulkTable.of("schema.things", model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of(OnlyKeys.class, "schema.things needs a key"),
                Arguments.of(NoKey.class, "schema.things needs a key"),
                Arguments.of(OtherType.class, "add its binary form"));
    }

    record OnlyKeys(@Id String one, @Id String other) {}

    record NoKey(@Column String one) {}

    record OtherType(@Id String key, Instant at) {}
}
