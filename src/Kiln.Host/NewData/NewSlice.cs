using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.NewData;

/// <summary>Rows that came to a file, and the slices of time before them.</summary>
/// <param name="range">Of the table of slices.</param>
/// <param name="span">What each slice spans.</param>
sealed class NewSlice(Growth growth, RowRange range, IReadOnlyList<RowRange> known, TimeSpan span) : NewRows(range)
{
    public override IReadOnlyList<RowRange> Known => known;

    public override string Kind => "slice";

    public override string Name => $"the {Sentence}";

    public override string All => Name;

    public override string Count => $"there are {Sentence}";

    public override string Earlier => known.Count == 1 ? $"the {Span} before them" : FormattableString.Invariant($"the {known.Count:N0} slices of {Span} before them");

    public override string Describe(RowRange partner) => "among the rows before them too, this one first: was a period exported twice?";

    public override FieldPlace Start => Find(Range.First);

    public override FieldPlace Find(Column column) => Find(Range.First, growth.File.Source.IndexOf(column.Name));

    public override FieldPlace Find(int row) => Find(row, 0);

    FieldPlace Find(int row, int column) => growth.File.Source.Find([(growth.New[row - Range.First] - growth.File.First, column)], null)[0];

    string Sentence => FormattableString.Invariant($"{Range.Rows:N0} ") + (growth.After is null ? "new rows" : $"rows after {growth.After}");

    string Span => span.TotalDays >= 1.5 ? Text(span.TotalDays, "days") : span.TotalHours >= 1.5 ? Text(span.TotalHours, "hours") : Text(span.TotalMinutes, "minutes");

    static string Text(double count, string unit) => $"{count.ToString("0", CultureInfo.InvariantCulture)} {unit}";
}
