using System.Text;

namespace Kiln.Host.Data.Values;

/// <summary>Walks over the ASCII of a date.</summary>
ref struct TextCursor(ReadOnlySpan<byte> text)
{
    readonly ReadOnlySpan<byte> _text = text;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position == _text.Length;

    public readonly byte Peek() => AtEnd ? (byte)0 : _text[Position];

    public bool Skip(char c)
    {
        if (AtEnd || _text[Position] != c)
            return false;
        Position++;
        return true;
    }

    /// <summary>Between so many and so many digits.</summary>
    public bool ReadNumber(int least, int most, out int number)
    {
        var start = Position;
        for (number = 0; Position - start < most && (uint)(Peek() - '0') <= 9; Position++)
            number = number * 10 + Peek() - '0';
        return Position - start >= least;
    }

    /// <summary>A fraction of a second, in ticks; digits past the seventh say nothing.</summary>
    public bool ReadFraction(out int ticks)
    {
        var (start, unit) = (Position, 1_000_000);
        for (ticks = 0; (uint)(Peek() - '0') <= 9; Position++, unit /= 10)
            ticks += unit * (Peek() - '0');
        return Position > start;
    }

    /// <summary>The index of the word that stands here in any case, the longest first; -1 for none.</summary>
    public int ReadWord(string[] words)
    {
        var best = -1;
        for (var i = 0; i < words.Length; i++)
            if ((best < 0 || words[i].Length > words[best].Length)
                && Position + words[i].Length <= _text.Length
                && Ascii.EqualsIgnoreCase(_text.Slice(Position, words[i].Length), words[i]))
                best = i;
        Position += best < 0 ? 0 : words[best].Length;
        return best;
    }
}
