using Kiln.TrainerHost.Data.Values;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>What a column is as numbers with one decimal separator.</summary>
sealed class NumberScan(byte separator)
{
    /// <summary>Without those that are no double, which only the loader refuses: it says where they stand.</summary>
    long _values;
    bool _leadingZero;
    bool _inexact;
    double _last = double.NaN;

    /// <summary>Everything so far is a number.</summary>
    public bool Fits { get; private set; } = true;

    public bool IsWhole { get; private set; } = true;

    /// <summary>A fraction that cannot be a group of digits, as the one of <c>1,234</c> can.</summary>
    public bool HasSureFraction { get; private set; }

    /// <summary>Each number is one more than the one before, and the first is 0 or 1: the row's number.</summary>
    public bool IsSequence { get; private set; } = true;

    // Whole numbers that a double cannot tell apart are identifiers; among fractions they are just large.
    public bool IsQuantity => Fits && _values > 0 && !_leadingZero && !(IsWhole && _inexact);

    public void Add(ReadOnlySpan<byte> text)
    {
        if (!Fits)
            return;
        Fits = NumberText.TryParse(text, separator, out var value, out var form);
        _values += (form & NumberForm.Beyond) == 0 ? 1 : 0;
        IsWhole &= (form & NumberForm.Whole) != 0;
        _leadingZero |= (form & NumberForm.LeadingZero) != 0;
        _inexact |= (form & NumberForm.Inexact) != 0;
        if (!IsWhole && !HasSureFraction && text.IndexOf(separator) is >= 0 and var at)
            HasSureFraction = text.Length - at - 1 != 3 || at > 3 + (text[0] is (byte)'-' or (byte)'+' ? 1 : 0);
        IsSequence &= double.IsNaN(_last) ? value is 0 or 1 : value == _last + 1;
        _last = value;
    }
}
