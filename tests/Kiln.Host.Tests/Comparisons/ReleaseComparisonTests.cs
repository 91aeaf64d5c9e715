using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Baselines;
using Kiln.Host.Comparisons;

namespace Kiln.Host.Tests.Comparisons;

public class ReleaseComparisonTests
{
    static readonly ulong[] Rows = [.. Enumerable.Range(0, 40).Select(row => (ulong)row)];

    [Fact]
    public void Other_arithmetic_of_one_onnx_file_is_no_change()
    {
        var changes = Compare(Measured(Rows, 0.5f), Measured(Rows, 0.5000001f), artifact: "a");

        Assert.Equal((40, 0), (changes.HeldOutRows, changes.Flipped));
        Assert.Empty(changes.Metrics);
    }

    [Fact]
    public void Only_rows_that_both_held_out_are_compared()
    {
        var changes = Compare(Measured(Rows, 0.5f), Measured([.. Rows.Skip(30), 1_000, 1_001], 0.9f), artifact: "b");

        Assert.Equal(10, changes.HeldOutRows);
        Assert.Null(changes.NotCompared);
    }

    [Fact]
    public void Without_a_shared_row_it_says_why()
    {
        Assert.Equal("no row that it held out is held out now", Compare(Measured(Rows, 0.5f), Measured([99], 0.5f), "b").NotCompared);
        Assert.Equal("the columns have changed, so no row can be recognized",
            Compare(Measured(Rows, 0.5f), Measured([99], 0.5f, new BaselineColumn("x", "text")), "b").NotCompared);
    }

    [Fact]
    public void A_release_without_a_baseline_says_so()
    {
        var changes = ReleaseComparison.Between(Release(null), Content("b"), Measured(Rows, 0.5f));

        Assert.Equal("it was released before releases recorded their predictions", changes.NotCompared);
        Assert.Null(changes.Rows);
    }

    [Fact]
    public void Another_label_is_not_compared() => Assert.Equal(
        "the task, the label or its classes changed",
        ReleaseComparison.Between(Release(Measured(Rows, 0.5f).Baseline), Content("b", label: "z"), Measured(Rows, 0.5f)).NotCompared);

    [Fact]
    public void Columns_that_changed_say_how()
    {
        BaselineColumn[] released =
        [
            new("same", "number", 0.1, 5, 2), new("moved", "number", 0.1, 5.5, 2), new("wider", "number", 0, 5, 2), new("gaps", "text", 0.01, Distinct: 9, Top: 0.1),
            new("kind", "category", 0, Distinct: 3, Top: 0.5), new("typed", "integer", 0, 1, 1), new("gone", "number", 0, 1, 1), new("constant", "number", 0, 7, 0),
        ];
        BaselineColumn[] now =
        [
            new("new", "text"), new("same", "number", 0.115, 5.15, 2.1), new("moved", "number", 0.1, 5.75, 2), new("wider", "number", 0, 5, 3),
            new("gaps", "text", 0.05, Distinct: 99, Top: 0.11), new("kind", "category", 0, Distinct: 4, Top: 0.45), new("typed", "number", 0, 1, 1), new("constant", "number", 0, 8, 0),
        ];

        Assert.Equal(
            [
                "new: added", "moved: mean 5.5 → 5.75", "wider: deviation 2 → 3", "gaps: missing 1 % → 5 %",
                "kind: distinct values 3 → 4, most frequent 50 % → 45 %", "typed: integer → number", "constant: mean 7 → 8", "gone: removed",
            ],
            ColumnChanges.Between(released, now).Select(change => $"{change.Key}: {change.Value}"));
    }

    [Fact]
    public void Ranks_that_changed_are_listed_by_today()
    {
        KeyValuePair<string, double>[] released = [new("a", 0.3), new("b", 0.2), new("c", 0.1), new("d", 0)];
        KeyValuePair<string, double>[] now = [new("a", 0.3), new("b", 0), new("c", 0.1), new("d", 0), new("e", 0.4)];

        Assert.Equal(["e none → 1", "a 1 → 2", "b 2 → none"], RankChanges.Between(released, now).Select(change => $"{change.Key} {change.Value}"));
        Assert.Empty(RankChanges.Between([new("a", double.NaN)], now));
    }

    static SinceRelease Compare(MeasuredModel released, MeasuredModel now, string artifact) =>
        ReleaseComparison.Between(Release(released.Baseline), Content(artifact), now);

    static MeasuredModel Measured(ulong[] rows, float score, params BaselineColumn[] columns) => new(
        new()
        {
            Rows = rows.Length, Sketch = RowSketch.Take(rows), HeldOut = PackedRows.Write([.. rows.Select(row => (row, new[] { score }))]),
            Importance = [], Columns = columns,
        },
        [.. rows.Select(row => new HeldOutRow(row, row % 7, 1, 0, [score]))]);

    static Release Release(Baseline? baseline) => new() { Version = "1.0.0", Content = Content("a"), Metrics = [], Predictions = [], Baseline = baseline };

    static ReleaseContent Content(string artifact, string label = "y") => new()
    {
        Definition = "d", Contract = "c", Data = "h", Artifact = artifact, Task = TaskKind.Regression, Label = label, Classes = [], Inputs = [], Outputs = [new("Score", "float")],
    };
}
