namespace Kiln.Host.Data.Inference.Readings;

/// <summary>What texts of which no two are the same are made of, which tells prose from codes.</summary>
/// <param name="Words">Words in a text, on average, whatever they are made of.</param>
/// <param name="OfWords">The share of texts with two words of letters or more. Codes are one, or have digits.</param>
/// <param name="OfLetters">The share of texts that have nothing but letters and blanks.</param>
/// <param name="DifferByDigits">All texts are the same but for their digits: they are numbered.</param>
sealed record TextTraits(double Words, double OfWords, double OfLetters, bool DifferByDigits)
{
    /// <summary>Texts of more words than this on average are prose, whatever the words are.</summary>
    const double WordsOfProse = 6;

    const double Most = 0.5;

    /// <summary>They say something; else they name the row.</summary>
    public bool AreProse => AreLong || OfWords >= Most && !DifferByDigits;

    /// <summary>Names of persons have several words too, and single words may be what there is to learn from.</summary>
    public bool AreDoubtful => AreProse ? !AreLong : OfLetters >= Most;

    bool AreLong => Words > WordsOfProse;

    public static TextTraits Describe(TextCounts texts)
    {
        var (words, ofWords, ofLetters, differ) = (0.0, 0, 0, false);
        var first = WithoutDigits(texts[0]);
        for (var code = 0; code < texts.Distinct; code++)
        {
            var (all, lettered, onlyLetters) = TextWords.Count(texts[code]);
            words += all;
            ofWords += lettered >= 2 ? 1 : 0;
            ofLetters += onlyLetters ? 1 : 0;
            differ |= !WithoutDigits(texts[code]).AsSpan().SequenceEqual(first);
        }
        return new(words / texts.Distinct, (double)ofWords / texts.Distinct, (double)ofLetters / texts.Distinct, !differ);
    }

    static byte[] WithoutDigits(ReadOnlySpan<byte> text)
    {
        var kept = new byte[text.Length];
        var length = 0;
        foreach (var unit in text)
            if (unit is < (byte)'0' or > (byte)'9')
                kept[length++] = unit;
        return kept[..length];
    }
}
