using System.Text;
using Kiln.Contracts.Data;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Data.Loading;
using Kiln.Host.Data.Values;
using Kiln.Host.Examples;

namespace Kiln.Host.Tests.Examples;

public class HoldOutTests
{
    [Fact]
    public void A_fifth_of_the_rows_is_held_out_and_every_row_has_one_side()
    {
        var split = Split(Rows(100_000));

        Assert.InRange(split.HeldOut.Length, 19_620, 20_380); // three standard deviations
        Assert.Equal(Enumerable.Range(0, 100_000), split.Training.Concat(split.HeldOut).Order());
    }

    [Fact]
    public void Appended_rows_move_no_old_row()
    {
        var before = Split(Rows(3_000));
        var after = Split(Rows(5_000));

        Assert.Equal(before.HeldOut.Order(), after.HeldOut.Where(row => row < 3_000).Order());
    }

    [Fact]
    public void Equal_rows_are_divided_as_chance_would()
    {
        var split = Split([.. Enumerable.Range(0, 4_000).Select(i => new Row($"{i % 4}", i % 2, null))]);

        foreach (var equal in split.HeldOut.GroupBy(row => row % 4))
            Assert.InRange(equal.Count(), 140, 260);
        Assert.InRange(split.HeldOut.Length, 700, 900);
    }

    [Fact]
    public void An_appended_equal_row_moves_none()
    {
        List<Row> rows = [.. Enumerable.Range(0, 1_000).Select(i => new Row($"{i % 10}", i % 2, null))];

        var before = Split(rows).HeldOut.Select(row => row % 10).CountBy(key => key).ToDictionary();
        var after = Split([.. rows, .. rows[..100]]).HeldOut.Select(row => row % 10).CountBy(key => key).ToDictionary();

        Assert.All(before, key => Assert.InRange(after[key.Key], key.Value, key.Value + 10));
    }

    [Fact]
    public void Both_sides_come_in_an_order_of_their_own()
    {
        var rows = Rows(500);
        var reversed = rows.AsEnumerable().Reverse().ToList();

        Assert.Equal(Split(rows).Training.Select(row => rows[row].Key), Split(reversed).Training.Select(row => reversed[row].Key));
    }

    [Fact]
    public void A_rare_class_that_grows_moves_no_old_row()
    {
        var moved = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            List<Row> rows = [.. Rows(200), .. Enumerable.Range(0, 3).Select(i => new Row($"rare {seed}-{i}", 3, null))];
            var before = Split(rows);
            rows.AddRange(Enumerable.Range(3, 5).Select(i => new Row($"rare {seed}-{i}", 3, null)));
            var after = Split(rows, recorded: before.Split);

            Assert.Equal(before.HeldOut.Order(), after.HeldOut.Where(row => row < 203).Order());
            Assert.Equal(after.Split.Moved, Split(rows, recorded: after.Split).Split.Moved);
            moved += before.Split.Moved.Count;
        }
        Assert.InRange(moved, 100, 300); // By chance alone, 0.8³ + 0.2³ of the classes are on one side.
    }

    [Fact]
    public void Rows_of_one_key_move_together_and_the_record_settles()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            List<Row> rows = [.. Enumerable.Range(0, 40).Select(i => new Row($"{seed}-{i / 2}", i % 5, null))];
            var split = Split(rows, keyed: true);

            Assert.Equal(split.Split.Moved, Split(rows, recorded: split.Split, keyed: true).Split.Moved);
            Assert.Empty(split.HeldOut.Select(row => rows[row].Key).Intersect(split.Training.Select(row => rows[row].Key)));
        }
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        var rows = Rows(1_000);
        var reversed = rows.AsEnumerable().Reverse().ToList();

        var first = Split(rows).HeldOut.Select(row => rows[row].Key);
        var second = Split(reversed).HeldOut.Select(row => reversed[row].Key);

        Assert.Equal(first.Order(), second.Order());
    }

    [Fact]
    public void On_small_data_every_class_is_on_both_sides()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var rows = Enumerable.Range(0, 24).Select(i => new Row($"{seed}-{i}", i % 6, null)).ToList();
            var split = Split(rows);

            Assert.Equal(6, split.HeldOut.Select(row => rows[row].Class).Distinct().Count());
            Assert.Equal(6, split.Training.Select(row => rows[row].Class).Distinct().Count());
        }
    }

    [Fact]
    public void Rows_of_one_group_share_a_side()
    {
        var rows = Rows(2_000).Select((row, i) => row with { Group = i / 10 }).ToList();
        var split = Split(rows, SplitKind.Group);

        Assert.Empty(split.HeldOut.Select(row => rows[row].Group).Intersect(split.Training.Select(row => rows[row].Group)));
        Assert.InRange(split.HeldOut.Length, 250, 550);
    }

    [Fact]
    public void The_latest_fifth_is_held_out_by_time_and_no_moment_is_torn()
    {
        var rows = Rows(1_000).Select((row, i) => row with { Group = i / 7 }).ToList();
        var split = Split(rows, SplitKind.Time);

        Assert.True(split.Training.Max(row => rows[row].Group) < split.HeldOut.Min(row => rows[row].Group));
        Assert.InRange(split.HeldOut.Length, 195, 210);
    }

    /// <summary>The last moment has so many of a thousand rows, the others one each.</summary>
    [Theory]
    [InlineData(540, 540)]
    [InlineData(150, 200)]
    public void A_moment_of_many_rows_is_on_the_side_that_is_nearer_to_a_fifth(int last, int heldOut) => Assert.Equal(heldOut,
        Split(Rows(1_000).Select((row, i) => row with { Group = Math.Min(i, 1_000 - last) }).ToList(), SplitKind.Time).HeldOut.Length);

    [Fact]
    public void A_large_moment_before_the_last_ones_trains_where_it_would_be_half_of_the_rows() => Assert.Equal(100,
        Split(Rows(1_000).Select((row, i) => row with { Group = i < 400 ? i : Math.Max(400, i - 499) }).ToList(), SplitKind.Time).HeldOut.Length);

    [Theory]
    [InlineData(1_735_689_600)]
    [InlineData(-500)]
    [InlineData(-1_735_689_600)]
    public void Every_second_counts_also_those_that_are_one_number_in_single_precision(double first)
    {
        var rows = Rows(1_000).Select((row, i) => row with { Group = first + i }).ToList();

        Assert.Equal(Enumerable.Range(800, 200), Split(rows, SplitKind.Time).HeldOut);
    }

    [Fact]
    public void Groups_that_are_one_number_in_single_precision_are_groups_of_their_own()
    {
        var rows = Rows(1_000).Select((row, i) => row with { Group = 1_735_689_600 + i / 50 }).ToList();
        var heldOut = Split(rows, SplitKind.Group).HeldOut.ToHashSet();

        Assert.All(Enumerable.Range(0, 20).Select(group => Enumerable.Range(50 * group, 50).Count(heldOut.Contains)), count => Assert.True(count is 0 or 50));
        Assert.InRange(heldOut.Count, 50, 500);
    }

    [Fact]
    public void Rows_without_a_label_are_on_no_side()
    {
        var rows = Rows(100).Select((row, i) => row with { Class = i % 10 == 0 ? float.NaN : row.Class }).ToList();
        var split = Split(rows);

        Assert.Equal(90, split.Training.Length + split.HeldOut.Length);
    }

    static List<Row> Rows(int count) => [.. Enumerable.Range(0, count).Select(i => new Row($"row {i}", i % 3, null))];

    /// <param name="keyed">Whether equal rows are one thing at several times.</param>
    static HoldOut Split(IReadOnlyList<Row> rows, SplitKind split = SplitKind.Hash, LockedSplit? recorded = null, bool keyed = false)
    {
        ulong[] hashes = [.. rows.Select(row => XxHash64.Hash(Encoding.UTF8.GetBytes(row.Key), 0))];
        string[] keyColumns = keyed ? ["key"] : ["key", "class"];
        var label = new Column { Name = "class", Property = "Class", Type = ColumnType.Category, Nullable = true, Role = ColumnRole.Feature, Values = ["a", "b", "c", "d", "e", "f"] };
        var by = new Column { Name = "by", Property = "By", Type = ColumnType.Number, Nullable = true, Role = ColumnRole.Feature };
        var contract = new DataContract { Dataset = "rows", Columns = [label, by] };
        var table = new Table(
            contract,
            [
                new TextColumn(label, [.. rows.Select(row => float.IsNaN(row.Class) ? -1 : (int)row.Class)], label.Values),
                new NumberColumn(by, [.. rows.Select(row => row.Group ?? 0)]),
            ],
            [],
            hashes,
            keyColumns,
            RowKeys.Compute(keyColumns, hashes, hashes));
        var shape = new ModelShape
        {
            Task = TaskKind.MulticlassClassification, LabelColumn = label, Classes = label.Values, Features = [by],
            Split = split, SplitColumn = split == SplitKind.Hash ? null : by,
        };
        return HoldOut.Divide(table, ExampleSet.From(table, shape), recorded);
    }

    sealed record Row(string Key, float Class, double? Group);
}
