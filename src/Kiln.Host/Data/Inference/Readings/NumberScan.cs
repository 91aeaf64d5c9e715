using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>What a column is as numbers with one decimal separator.</summary>
/// <param name="kept">Rows of which the numbers are kept, so that they need not be read again; 0 to keep none.</param>
sealed class NumberScan(byte separator, int kept = 0)
{
    /// <summary>A column of this share of numbers is meant as one.</summary>
    public const double NearlyAll = 0.95;

    bool _leadingZero;
    bool _inexact;
    bool _days = true;
    double _last = double.NaN;

    /// <summary>How many values are numbers.</summary>
    public long Numbers { get; private set; }

    /// <summary>All of them that are finite, in their order; null where they were not kept.</summary>
    public List<double>? Kept { get; private set; } = kept > 0 ? [] : null;

    /// <summary>The values that are none.</summary>
    public Misfits Misfits { get; } = new();

    /// <summary>Everything so far is a number.</summary>
    public bool Fits => Misfits.Count == 0;

    public bool IsWhole { get; private set; } = true;

    /// <summary>A fraction that cannot be a group of digits, as the one of <c>1,234</c> can.</summary>
    public bool HasSureFraction { get; private set; }

    /// <summary>There are fractions, and each can be a group of digits.</summary>
    public bool MayBeGroups => !IsWhole && !HasSureFraction;

    /// <summary>The row of the first number with a fraction.</summary>
    public int FirstFraction { get; private set; } = -1;

    /// <summary>Each number is one more than the one before, and the first is 0 or 1: the row's number.</summary>
    public bool IsSequence { get; private set; } = true;

    public bool IsQuantity => Fits && AreQuantities;

    /// <summary>Quantities, but for a few values that are no numbers.</summary>
    public bool IsNearlyQuantity => AreQuantities && Numbers >= NearlyAll * (Numbers + Misfits.Count);

    /// <summary>All are days written as <c>20241231</c>, of the years 1900 to 2100.</summary>
    public bool AreDays => Fits && Numbers > 0 && _days;

    /// <summary>The numbers among the values are no codes.</summary>
    // Whole numbers that a double cannot tell apart are identifiers; among fractions they are just large.
    public bool AreQuantities => Numbers > 0 && !_leadingZero && !(IsWhole && _inexact);

    public bool Add(ReadOnlySpan<byte> text, int row)
    {
        if (!NumberText.TryParse(text, separator, out var value, out var form))
        {
            Misfits.Add(text, row);
            Kept = null;
            return IsSequence = false;
        }
        // One that is no double is refused by the loader, which says where it stands.
        Numbers += (form & NumberForm.Beyond) == 0 ? 1 : 0;
        IsWhole &= (form & NumberForm.Whole) != 0;
        _leadingZero |= (form & NumberForm.LeadingZero) != 0;
        _inexact |= (form & NumberForm.Inexact) != 0;
        if (!IsWhole && !HasSureFraction && text.IndexOf(separator) is >= 0 and var at)
        {
            var start = text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
            // Groups have three digits, and the first of them has one to three and no leading zero.
            HasSureFraction = text.Length - at - 1 != 3 || at - start is < 1 or > 3 || text[start] == '0';
            if (FirstFraction < 0)
                FirstFraction = row;
        }
        _days &= text.Length == 8 && value is > 19000000 and < 21010000 && DateFormat.Days.TryParse(text, out _);
        IsSequence &= double.IsNaN(_last) ? value is 0 or 1 : value == _last + 1;
        _last = value;
        if (double.IsFinite(value))
            Keep(value);
        return true;
    }

    /// <summary>Room is made for all at once, in which nothing is copied again and again.</summary>
    void Keep(double value)
    {
        Kept?.EnsureCapacity(kept);
        Kept?.Add(value);
    }
}
