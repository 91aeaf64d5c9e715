using System.Collections.ObjectModel;
using System.Globalization;

namespace Kiln;

/// <summary>Why a row's raw score is what it is.</summary>
public sealed class Explanation
{
    readonly IReadOnlyDictionary<string, string> _values;

    internal Explanation(
        double baseValue, double score, ContributionUnit unit, IEnumerable<Contribution> contributions, IReadOnlyDictionary<string, string> values)
    {
        (BaseValue, Score, Unit, _values) = (baseValue, score, unit, values);
        Contributions = Array.AsReadOnly([.. contributions.OrderByDescending(contribution => Math.Abs(contribution.Value))]);
    }

    /// <summary>The raw score on average of the training rows: what is expected of a row of which nothing is known.</summary>
    public double BaseValue { get; }

    /// <summary>The row's raw score: the base value and the contributions.</summary>
    public double Score { get; }

    /// <summary>What the base value, the score and the contributions are counted in.</summary>
    public ContributionUnit Unit { get; }

    /// <summary>The columns' contributions, the largest first, whatever their sign.</summary>
    public ReadOnlyCollection<Contribution> Contributions { get; }

    /// <summary>The columns that count most, in words: <c>tenure = 3 months (+0.42)</c>.</summary>
    /// <param name="count">How many, at most; columns that contribute nothing are left out.</param>
    public IEnumerable<string> Reasons(int count = 3) => Contributions.Where(contribution => contribution.Value != 0).Take(count).Select(Describe);

    /// <summary>The score, the base value and the columns that count most: <c>0.81 = -0.35 (base), tenure = 3 months (+0.42), …</c></summary>
    public override string ToString()
    {
        var others = Contributions.Count(contribution => contribution.Value != 0) - 3;
        return $"{Number(Score)} = {Number(BaseValue)} (base){string.Concat(Reasons().Select(reason => ", " + reason))}{(others > 0 ? $", and {others} more" : "")}";
    }

    string Describe(Contribution contribution) =>
        $"{string.Join(", ", (_values.ContainsKey(contribution.Column) ? [contribution.Column] : contribution.Column.Split(" + ")).Select(Value))} ({contribution.Value.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture)})";

    string Value(string column) => _values.TryGetValue(column, out var value) ? $"{column} = {value}" : column;

    static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
