using System.Text;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>The words of a text, as far as they can be told apart without a dictionary.</summary>
static class TextWords
{
    /// <summary>
    /// Chinese and Japanese, and the languages of South-East Asia, have no blanks between words: a word is about two, or five, of their characters.
    /// </summary>
    const double OfHan = 1 / 2.0, OfThai = 1 / 5.0;

    /// <returns>All words; those of letters alone, two at least, whatever signs are around them; and whether there is nothing but letters and blanks.</returns>
    public static (double All, double Lettered, bool OnlyLetters) Count(ReadOnlySpan<byte> text)
    {
        var (all, lettered, onlyLetters) = (0.0, 0.0, true);
        var (signs, letters, unspaced, hasDigit) = (0, 0, 0.0, false);
        while (text.Length > 0)
        {
            Rune.DecodeFromUtf8(text, out var rune, out var length);
            text = text[length..];
            if (Rune.IsWhiteSpace(rune))
                End();
            else
            {
                signs++;
                // Vowels and tones of Thai are marks.
                var share = Unspaced(rune.Value);
                letters += share == 0 && Rune.IsLetter(rune) ? 1 : 0;
                unspaced += share;
                hasDigit |= Rune.IsNumber(rune);
                onlyLetters &= share > 0 || Rune.IsLetter(rune);
            }
        }
        End();
        return (all, lettered, onlyLetters);

        void End()
        {
            if (signs > 0)
            {
                all += Math.Max(1, unspaced);
                lettered += unspaced > 0 ? unspaced : letters >= 2 && !hasDigit ? 1 : 0;
            }
            (signs, letters, unspaced, hasDigit) = (0, 0, 0, false);
        }
    }

    static double Unspaced(int rune) => rune switch
    {
        >= 0x3041 and <= 0x30FF or >= 0x31F0 and <= 0x31FF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => OfHan,
        >= 0x0E01 and <= 0x0E4E or >= 0x0E81 and <= 0x0ECD or >= 0x1000 and <= 0x103F or >= 0x1780 and <= 0x17D3 => OfThai,
        _ => 0,
    };
}
