using System.Globalization;

namespace Kiln.Host.Boosters;

/// <summary>One tree of a booster, as its text has it. Children from 0 are branches; leaves are complements of their number.</summary>
sealed class BoosterTree(IReadOnlyDictionary<string, string> fields)
{
    public int Leaves { get; } = int.Parse(fields["num_leaves"], CultureInfo.InvariantCulture);

    public double[] LeafValues { get; } = Numbers(fields, "leaf_value");

    public int[] Features { get; } = Integers(fields, "split_feature");

    public double[] Thresholds { get; } = Numbers(fields, "threshold");

    public double[] Gains { get; } = Numbers(fields, "split_gain");

    public int[] Left { get; } = Integers(fields, "left_child");

    public int[] Right { get; } = Integers(fields, "right_child");

    /// <summary>How many training rows came to each branch.</summary>
    public int[] Counts { get; } = Integers(fields, "internal_count");

    /// <summary>How many training rows came to each leaf.</summary>
    public int[] LeafCounts { get; } = Integers(fields, "leaf_count");

    readonly int[] _decisions = Integers(fields, "decision_type");
    readonly int[] _categoryBounds = Integers(fields, "cat_boundaries");
    readonly uint[] _categories = Values(fields, "cat_threshold", text => uint.Parse(text, CultureInfo.InvariantCulture));

    public bool IsCategorical(int branch) => (_decisions[branch] & 1) != 0;

    /// <summary>Whether what counts as missing goes left.</summary>
    public bool MissingIsLeft(int branch) => (_decisions[branch] & 2) != 0;

    public MissingValue Missing(int branch) => (MissingValue)(_decisions[branch] >> 2 & 3);

    /// <summary>The categories that go left.</summary>
    public IEnumerable<int> LeftCategories(int branch)
    {
        var set = (int)Thresholds[branch];
        var words = _categories.AsSpan(_categoryBounds[set].._categoryBounds[set + 1]).ToArray();
        return Enumerable.Range(0, words.Length * 32).Where(category => (words[category / 32] >> category % 32 & 1) != 0);
    }

    static int[] Integers(IReadOnlyDictionary<string, string> fields, string name) =>
        Values(fields, name, text => int.Parse(text, CultureInfo.InvariantCulture));

    static double[] Numbers(IReadOnlyDictionary<string, string> fields, string name) => Values(fields, name, text => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    });

    static T[] Values<T>(IReadOnlyDictionary<string, string> fields, string name, Func<string, T> read) =>
        fields.TryGetValue(name, out var values) ? [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(read)] : [];
}
