using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Violations;

/// <summary>One rule of a contract and the rows that break it. Where most rows do, not each is kept: what is shown and listed is bounded, and so is this.</summary>
/// <param name="rule">As the contract calls it: the member of the column, or the rule's name.</param>
/// <param name="column">The column at which violations are shown.</param>
/// <param name="matter">What is wrong with a value, without its column.</param>
sealed class BrokenRule(string id, string rule, Column column, string matter, ViolationBudget budget)
{
    /// <summary>Violations that are always kept: those that are shown, and the place from which the others are counted.</summary>
    const int AlwaysKept = ViolationReport.MostShown + 1;

    const int LongestValue = 200;

    readonly List<Violation> _kept = [];

    public string Id { get; } = id;

    public string Rule { get; } = rule;

    public Column Column { get; } = column;

    public string Matter { get; } = matter;

    /// <summary>The share of rows that may break it; then it is a warning.</summary>
    public double Tolerance { get; init; } = column.Tolerance;

    public Severity Severity { get; init; } = column.Severity;

    /// <summary>In the order of the rows; see <see cref="Count"/>.</summary>
    public IReadOnlyList<Violation> Kept => _kept;

    /// <summary>How many rows break it, kept or not.</summary>
    public long Count { get; private set; }

    /// <summary>Whether no value could be read where it is broken, so that the row has none.</summary>
    public bool IsUnreadable => Id is Ids.ValueHasWrongType or Ids.NumberTooLarge || Id == Ids.ValueOutsideDomain && Rule == "values";

    /// <summary>Whether it is said and no more, of so many rows.</summary>
    public bool IsWarning(int rows) => Severity == Severity.Warning || IsTolerated(rows);

    public bool IsTolerated(int rows) => (double)Count / rows <= Tolerance;

    /// <summary>A value that is personal or sensitive is not even kept.</summary>
    public void Add(int row, ReadOnlySpan<byte> value)
    {
        if (IsKept())
            Keep(row, Column.Classification is null ? Encoding.UTF8.GetString(value) : "");
    }

    public void Add(int row, string value)
    {
        if (IsKept())
            Keep(row, value);
    }

    bool IsKept() => Count++ < AlwaysKept || budget.Take();

    void Keep(int row, string value) => _kept.Add(new(row, Shortened.Text(value, LongestValue)));
}
