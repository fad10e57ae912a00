/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  private static final String CSV = "category,narrative\nMortgage,Na\u00efve \u201cquote\u201d\n";

  @ParameterizedTest
  @CsvSource({
    "cp1252, windows-1252",
    "latin1, ISO-8859-1",
    "Latin-1, ISO-8859-1",
    "mac, x-MacRoman",
    "macroman, x-MacRoman",
    "utf8, UTF-8",
    "UTF_8, UTF-8",
    "utf-8-sig, UTF-8",
    "ansi, windows-1252",
    "ANSI, windows-1252",
    "windows1252, windows-1252",
    "utf16, UTF-16",
    "utf-16le, UTF-16LE",
    "iso8859-15, ISO-8859-15",
    "cp850, IBM850",
    "shift-jis, Shift_JIS",
    "gbk, GBK",
    "ascii, US-ASCII"
  })
  void anEncodingIsKnownByTheNamesThatPeopleGiveIt(String name, String canonical) {
    assertThat(Encodings.parse(name).name()).isEqualTo(canonical);
  }

  @Test
  void anUnknownEncodingIsToldWithTheNearest() {
    assertThatThrownBy(() -> Encodings.parse("window-1525"))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith("there is no encoding \"window-1525\"; nearest: windows-125");
    assertThatThrownBy(() -> Encodings.parse(""))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("UTF-8, windows-1252");
    assertThatThrownBy(() -> Encodings.parse("utf-32"))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("iconv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aMarkTellsTheEncoding(String charset) throws IOException {
    Reading reading = Reading.of(("\uFEFF" + CSV).getBytes(Charset.forName(charset)));
    assertThat(reading.text()).isEqualTo(CSV);
    assertThat(reading.notices)
        .isEqualTo(
            charset.equals("UTF-8") ? List.of() : List.of("standard input is in " + charset));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, 'category,narrative\nMortgage,one\n'",
    "UTF-16BE, 'category,narrative\nMortgage,one\n'",
    "UTF-16LE, '\u043a\u0430\u0442\u0435\u0433\u043e\u0440\u0438\u044f, \u0442\u0435\u043a\u0441\u0442\n'",
    "UTF-16BE, '\u4e00\u4e8c\u4e09,\u56db\u4e94\n'",
    "UTF-16LE, 'a'"
  })
  void utf16IsKnownByItsZeros(String charset, String text) throws IOException {
    Reading reading = Reading.of(text.getBytes(Charset.forName(charset)));
    assertThat(reading.text()).isEqualTo(text);
    assertThat(reading.notices).containsExactly("standard input is in " + charset);
  }

  @Test
  void aByteThatIsNoCharacterIsMarkedAndTheRestIsRead() throws IOException {
    byte[] bytes = bytes("a,b\nc,I can", 0x92, "t\nd,", 0xE2, 0x80, "\nok,\u00e9", 0xC3);
    Reading reading = Reading.of(bytes);
    assertThat(reading.text()).isEqualTo("a,b\nc,I can\uDC92t\nd,\uDCE2\uDC80\nok,\u00e9\uDCC3");
    assertThat(reading.text().chars().filter(c -> TextSource.isBadByte((char) c))).hasSize(4);
  }

  @Test
  void aSurrogateInUtf8IsThreeBadBytes() throws IOException {
    assertThat(Reading.of(bytes("a", 0xED, 0xB2, 0x80, "b")).text())
        .isEqualTo("a\uDCED\uDCB2\uDC80b");
  }

  @Test
  void aLoneSurrogateInUtf16TakesNothingWithIt() throws IOException {
    byte[] bytes = "x\uFEFFa,b\n".substring(1).getBytes(StandardCharsets.UTF_16LE);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes);
    all.write(
        new byte[] {0x3D, (byte) 0xD8, '\n', 0, 0x01, (byte) 0xDC, 'z', 0, 0x3D, (byte) 0xD8});
    assertThat(Reading.of(all.toByteArray()).text())
        .isEqualTo("a,b\n\uDC3D\uDCD8\n\uDC01\uDCDCz\uDC3D\uDCD8");
  }

  @Test
  void aBadSequenceNeverTakesTheEndOfALineOrAQuote() throws IOException {
    for (String charset : List.of("Shift_JIS", "GB18030", "GBK", "Big5", "EUC-JP", "EUC-KR")) {
      Charset wanted = Charset.forName(charset);
      byte[] bytes = bytes("a,\"", 0x81, "\"\nb,", 0x81, "\nc,", 0xFF, ",\n");
      String text = Reading.of(input(bytes), Optional.of(wanted)).text();
      assertThat(text.replaceAll("[^a-c,\"\n]", "")).isEqualTo("a,\"\"\nb,\nc,,\n");
    }
  }

  @Test
  void theEncodingThatWasAskedForWins() throws IOException {
    Charset cp1252 = Encodings.parse("cp1252");
    Reading reading = Reading.of(input(CSV.getBytes(cp1252)), Optional.of(cp1252));
    assertThat(reading.text()).isEqualTo(CSV);
    assertThat(reading.notices).isEmpty();
    Reading marked =
        Reading.of(input("\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8)), Optional.of(cp1252));
    assertThat(marked.text()).isEqualTo("a,b\n");
    assertThat(marked.notices)
        .containsExactly(
            "x begins with the byte order mark of UTF-8, but is read as windows-1252, as --encoding"
                + " says");
    for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
      byte[] bytes = CSV.getBytes(Charset.forName(charset));
      assertThat(Reading.of(input(bytes), Optional.of(StandardCharsets.UTF_16)).text())
          .isEqualTo(CSV);
    }
  }

  @Test
  void anEncodingThatGivesControlCharactersIsTold() throws IOException {
    byte[] bytes = CSV.getBytes(Encodings.parse("cp1252"));
    Reading reading = Reading.of(input(bytes), Optional.of(StandardCharsets.ISO_8859_1));
    assertThat(reading.notices).singleElement().asString().contains("2 of 3", "windows-1252");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, 'Mortgage,I can\u2019t pay \u2013 ever, said the \u201cclerk\u201d\n'",
    "Shift_JIS, '\u4f4f\u5b85\u30ed\u30fc\u30f3,\u652f\u6255\u3044\u304c\u3067\u304d\u307e\u305b\u3093\n'",
    "GB18030, '\u623f\u5c4b\u8d37\u6b3e,\u6211\u65e0\u6cd5\u652f\u4ed8\u6211\u7684\u8d26\u5355\u3002\n'",
    "windows-1251, '\u0438\u043f\u043e\u0442\u0435\u043a\u0430,\u044f \u043d\u0435 \u043c\u043e\u0433\u0443 \u043f\u043b\u0430\u0442\u0438\u0442\u044c \u0437\u0430 \u0441\u0432\u043e\u0439 \u0434\u043e\u043c\n'"
  })
  void theLikelyEncodingIsKnown(String charset, String line) throws IOException {
    byte[] bytes = ("category,narrative\n" + line.repeat(5)).getBytes(Charset.forName(charset));
    assertThat(Reading.of(bytes).likely).containsExactly(Optional.of(charset));
  }

  @Test
  void aBadByteFarBehindTheBeginningIsInTheSample() throws IOException {
    byte[] plain = "Mortgage,I cannot pay\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = bytes(new String(plain, StandardCharsets.UTF_8) + "I can", 0x92, "t\n");
    assertThat(Reading.of(bytes).likely).containsExactly(Optional.of("windows-1252"));
  }

  @Test
  void aDamageInUtf8IsNoOtherEncoding() throws IOException {
    byte[] bytes = bytes("\u00e9t\u00e9 \u201cquoted\u201d ", 0x92, "\n");
    assertThat(Reading.of(bytes).likely).containsExactly(Optional.empty());
    assertThat(Reading.of(CSV.getBytes(StandardCharsets.UTF_8)).likely)
        .containsExactly(Optional.empty());
  }

  private static Input input(byte[] bytes) {
    return Input.of(new ByteArrayInputStream(bytes), "x");
  }

  /** Of texts, in UTF-8, and bytes. */
  private static byte[] bytes(Object... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Integer value) {
        bytes.write(value);
      } else {
        bytes.write(part.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
