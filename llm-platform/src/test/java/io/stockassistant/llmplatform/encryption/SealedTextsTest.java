package io.stockassistant.llmplatform.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.llmplatform.LlmContext;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SealedTextsTest {

    private final AesGcm first = new AesGcm(EncryptionKeys.parse(LlmContext.V1));
    private final AesGcm both = new AesGcm(EncryptionKeys.parse(LlmContext.V2 + ", " + LlmContext.V1));

    @Test
    void openForTheirOwner() {
        String sealed = first.seal("gpt", "sk-密");

        assertThat(sealed).startsWith("v1:").doesNotContain("sk-");
        assertThat(Base64.getDecoder().decode(sealed.substring(3))).hasSize(12 + 6 + 16);
        assertThat(first.open("gpt", sealed)).isEqualTo("sk-密");
    }

    @Test
    void differEachTime() {
        assertThat(first.seal("gpt", "sk-1")).isNotEqualTo(first.seal("gpt", "sk-1"));
    }

    @Test
    void takeTheNewestKeyAndStayReadableUnderTheOlder() {
        String old = first.seal("gpt", "sk-1");

        assertThat(both.seal("gpt", "sk-1")).startsWith("v2:");
        assertThat(both.open("gpt", old)).isEqualTo("sk-1");
    }

    @Test
    void doNotOpenForAnother() {
        String sealed = first.seal("gpt", "sk-1");

        assertThatThrownBy(() -> first.open("other", sealed))
                .isInstanceOf(UnreadableSecret.class)
                .hasMessageContaining("'other'")
                .hasMessageContaining("enter it again");
    }

    @Test
    void doNotOpenWhenOneByteWasChanged() {
        byte[] bytes = Base64.getDecoder().decode(first.seal("gpt", "sk-1").substring(3));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            String text = "v1:" + Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> first.open("gpt", text)).isInstanceOf(UnreadableSecret.class);
        }
    }

    @Test
    void doNotOpenUnderAnotherVersionOrWithoutTheirKey() {
        String sealed = both.seal("gpt", "sk-1");

        assertThatThrownBy(() -> both.open("gpt", "v1" + sealed.substring(2))).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> first.open("gpt", sealed))
                .isInstanceOf(UnreadableSecret.class)
                .hasMessageContaining("v2 is not configured");
    }

    @ParameterizedTest
    @CsvSource({"''", "sk-plain", "v1:", "v1:AAAA", "v1:A", "v0:AAAA", "1:AAAA"})
    void areNotJustAnyText(String text) {
        assertThatThrownBy(() -> first.open("gpt", text))
                .isInstanceOf(UnreadableSecret.class)
                .hasMessageContaining("enter it again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|there is none",
                "secret|entry 1",
                "v0:AAAA|entry 1",
                "v1:AAAA|v1 has 3 bytes, not 32",
                "v1:A|v1 is not base64",
                LlmContext.V1 + ",|entry 2",
                LlmContext.V1 + "," + LlmContext.V1 + "|v1 is given twice"
            })
    void needKeysThatAreKeys(String text, String reason) {
        assertThatThrownBy(() -> EncryptionKeys.parse(text))
                .isInstanceOf(InvalidEncryptionKeys.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("openssl rand");
    }

    @Test
    void haveKeysThatDoNotPrintThemselves() {
        assertThat(EncryptionKeys.parse(LlmContext.V1)).hasToString("EncryptionKeys[1]");
    }
}
