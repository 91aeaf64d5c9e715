using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Loading;

/// <summary>By which columns rows are known, and that they stay known.</summary>
public sealed class RowKeysTests : IDisposable
{
    const string Rows = "name,plan,left\nAnna,a,yes\nBerta,b,no\nClara,a,no\nAnna,a,yes\nAnna,a,no\n";

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_row_has_a_key_of_its_own_equal_ones_too() => Assert.Equal(5, Load(Rows).Keys.Distinct().Count());

    [Fact]
    public void Without_an_id_all_columns_count() => Assert.Equal(["name", "plan", "left"], Load(Rows).KeyColumns);

    [Fact]
    public void An_id_is_enough_while_no_two_rows_share_it()
    {
        Assert.Equal(["id"], Load(WithIds(0, 1, 2, 3, 4), id: true).KeyColumns);
        Assert.Equal(["name", "plan", "left", "id"], Load(WithIds(0, 1, 2, 3, 3), id: true).KeyColumns);
    }

    [Fact]
    public void A_column_that_comes_later_does_not_count()
    {
        var before = Load(Rows);
        var after = Load(WithIds(40, 10, 20, 30, 0), by: before.KeyColumns);

        Assert.Equal(before.KeyColumns, after.KeyColumns);
        Assert.Equal([before.Keys[1], before.Keys[2], before.Keys[4]], new[] { after.Keys[1], after.Keys[2], after.Keys[4] });
        // The first and the fourth were equal until now: which of them has which key is open, that both keys stay is not.
        Assert.Equal(new[] { before.Keys[0], before.Keys[3] }.Order(), new[] { after.Keys[0], after.Keys[3] }.Order());
    }

    [Fact]
    public void With_an_id_a_column_may_go_and_a_value_may_be_corrected()
    {
        var before = Load(WithIds(5, 6, 7, 8, 9), id: true);
        var after = Load("id,left\n5,no\n6,no\n7,no\n8,yes\n9,no\n", id: true, by: before.KeyColumns);

        Assert.Equal(before.Keys, after.Keys);
    }

    [Fact]
    public void Rows_of_one_id_have_one_key_and_rows_without_an_id_their_own()
    {
        var keys = Load("id,left\n5,no\n5,yes\n,no\n,yes\n7,no\n", id: true, nullable: true, by: ["id"]).Keys;

        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(4, keys.Distinct().Count());
    }

    [Fact]
    public void A_column_that_is_gone_tells_nothing_apart_any_longer() =>
        Assert.Equal(["name", "left"], Load("name,left\nAnna,yes\nBerta,no\n", by: ["name", "plan", "left"]).KeyColumns);

    [Fact]
    public void A_column_that_is_ignored_from_now_on_still_counts()
    {
        var before = Load(Rows);
        var contract = Contract(Rows, id: false, nullable: false);
        var ignoring = new DataContract
        {
            Dataset = contract.Dataset,
            Columns = [.. contract.Columns.Select(column => column.Name == "name"
                ? new Column { Name = "name", Property = "Name", Type = ColumnType.Text, Nullable = false, Role = ColumnRole.Ignore }
                : column)],
        };

        Assert.Equal(before.Keys, _folder.Load(_folder.Csv(Rows), ignoring, before.KeyColumns).Keys);
    }

    static string WithIds(params int[] ids) => string.Join('\n', Rows.TrimEnd('\n').Split('\n').Select((line, i) => $"{line},{(i == 0 ? "id" : ids[i - 1])}"));

    Table Load(string csv, bool id = false, bool nullable = false, IReadOnlyList<string>? by = null) =>
        _folder.Load(_folder.Csv(csv), Contract(csv, id, nullable), by);

    static DataContract Contract(string csv, bool id, bool nullable) => new()
    {
        Dataset = "data",
        Columns = [.. csv[..csv.IndexOf('\n')].Split(',').Select(name => new Column
        {
            Name = name, Property = name.ToUpperInvariant(), Type = ColumnType.Text, Nullable = nullable,
            Role = id && name == "id" ? ColumnRole.Id : ColumnRole.Feature,
        })],
    };
}
