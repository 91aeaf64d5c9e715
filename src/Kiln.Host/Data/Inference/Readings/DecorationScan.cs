using System.Text;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>The values of a column that are numbers but for a symbol, the same for all.</summary>
sealed class DecorationScan
{
    /// <summary>Texts looked at before a column that has none is let alone.</summary>
    const int Patience = 1000;

    long _looked;

    public string? Symbol { get; private set; }

    public long Numbers { get; private set; }

    public int FirstRow { get; private set; } = -1;

    public string First { get; private set; } = "";

    /// <summary>A text that is no number.</summary>
    public void Add(ReadOnlySpan<byte> text, int row)
    {
        if (_looked > Patience && 2 * Numbers < _looked)
            return;
        _looked++;
        if (DecoratedNumber.Symbol(text) is not { } symbol || Symbol is not null && symbol != Symbol)
            return;
        if (Numbers++ == 0)
            (Symbol, FirstRow, First) = (symbol, row, Encoding.UTF8.GetString(text));
    }
}
