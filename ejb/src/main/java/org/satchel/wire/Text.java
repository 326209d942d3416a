package org.satchel.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Tells text from what merely looks like it. The JSON library takes overlong UTF-8 and half a surrogate pair; no
 * database of ours can hold them, so they are refused where they enter.
 */
final class Text {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(4096);

    /** True if every surrogate is one of a pair. */
    static boolean isWhole(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                i++;
                if (c > Character.MAX_HIGH_SURROGATE || i == length || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** True if the bytes are UTF-8 by the letter; plain ASCII, the usual case, is seen at a glance. */
    boolean isUtf8(byte[] bytes, int length) {
        return isAscii(bytes, length) || decodes(ByteBuffer.wrap(bytes, 0, length));
    }

    private static boolean isAscii(byte[] bytes, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private boolean decodes(ByteBuffer bytes) {
        decoder.reset();
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            scratch.clear();
            result = decoder.decode(bytes, scratch, true);
        }
        return !result.isError();
    }
}
