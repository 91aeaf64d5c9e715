using Kiln.Contracts.Data;
using Kiln.Host.Data.Loading;
using Kiln.Host.Data.Violations;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Violations;

public sealed class ViolationTests : IDisposable
{
    const string Good = "id,size,kind,ok,at\n1,1.5,red,yes,2024-01-01\n2,2.5,green,no,2024-01-02\n3,3.5,red,no,2024-01-03\n4,4.5,green,yes,2024-01-04\n";

    readonly DataFolder _folder = new();
    readonly DataContract _contract;

    public ViolationTests() => _contract = _folder.Infer(Good);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_value_of_a_wrong_type_stands_where_it_is() => Assert.Equal(
        [
            "data.csv(3,3): error KILN1007: 'big' in column 'size' is not a number (the first of 2 rows, 66.7 %); correct it, or, if it means that the "
                + "value is missing, add it to the column's \"missing\" in 'data.schema.json', or give the column another \"type\" there",
            "data.csv(4,3): error KILN1007: '?' in column 'size' is not a number (2 of 2 rows); correct it, or, if it means that the "
                + "value is missing, add it to the column's \"missing\" in 'data.schema.json', or give the column another \"type\" there",
        ],
        Errors("id,size,kind,ok,at\n1,1.5,red,yes,2024-01-01\n2,big,green,no,2024-01-02\n3,?,red,no,2024-01-03\n"));

    [Fact]
    public void Twenty_of_a_rule_are_told_in_the_order_of_the_file_and_then_how_many_more()
    {
        var errors = Errors("id,size,kind,ok,at\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"{i},{(i % 4 == 0 ? "x" + i : "1")},red,no,2024-01-01\n")));

        Assert.Equal(21, errors.Count);
        Assert.All(Enumerable.Range(0, 20), i => Assert.StartsWith($"data.csv({5 + 4 * i},{(4 * i + 4).ToString().Length + 2}): error KILN1007: 'x{4 * i + 4}' in column 'size'", errors[i]));
        Assert.Contains("(the first of 25 rows, 25 %)", errors[0]);
        Assert.Equal(
            "data.csv(85,4): error KILN1007: 5 more rows from here on break \"type\" of column 'size' like those above, 25 % of 100 rows in all; "
                + "correct them too, or change the contract",
            errors[20]);
    }

    [Fact]
    public void All_are_in_a_list_that_goes_when_the_data_are_mended()
    {
        var list = new ViolationList(_folder.Root, Path.Combine(_folder.Root, "obj"), Path.Combine(_folder.Root, "obj", "tmp"));
        var bad = _folder.Csv("id,size,kind,ok,at\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"{i},\"x,{i}\",red,no,2024-01-01\n")) + "31,1,\"a \"\"b\"\"\",no,2024-01-01\n");

        var errors = _folder.Errors(() => TableLoader.Load(bad, _contract, null, DataFolder.NoWarning, list: list));

        Assert.EndsWith("(all are listed in 'obj/violations/data.csv'), or change the contract", errors[20]);
        var lines = File.ReadAllLines(Path.Combine(_folder.Root, "obj", "violations", "data.csv"));
        Assert.Equal(32, lines.Length);
        Assert.Equal("file,line,column,row,name,rule,value", lines[0]);
        Assert.Equal("data.csv,2,3,,size,type,\"x,1\"", lines[1]);
        Assert.Equal("data.csv,32,6,,kind,values,\"a \"\"b\"\"\"", lines[31]);

        TableLoader.Load(_folder.Csv(Good), _contract, null, DataFolder.NoWarning, list: list);
        Assert.False(File.Exists(Path.Combine(_folder.Root, "obj", "violations", "data.csv")));
    }

    [Fact]
    public void Where_all_is_wrong_what_is_shown_and_kept_is_bounded()
    {
        var names = string.Join(',', Enumerable.Range(0, 300).Select(i => $"c{i}"));
        var contract = _folder.Infer(names + "\n" + string.Join(',', Enumerable.Repeat("1.5", 300)) + "\n" + string.Join(',', Enumerable.Repeat("2.5", 300)) + "\n");
        var list = new ViolationList(_folder.Root, Path.Combine(_folder.Root, "obj"), Path.Combine(_folder.Root, "obj", "tmp"));
        var bad = _folder.Csv(names + "\n" + string.Concat(Enumerable.Repeat(string.Join(',', Enumerable.Repeat("x", 300)) + "\n", 1000)));

        var errors = _folder.Errors(() => TableLoader.Load(bad, contract, null, DataFolder.NoWarning, list: list));

        // Ten columns with twenty rows each, the others with one, and each with how many more; of what is kept each has the same.
        Assert.Equal(10 * 20 + 290 + 300, errors.Count);
        Assert.Contains(errors, error => error.Contains("(the first 354 are listed in 'obj/violations/data.csv')", StringComparison.Ordinal));
        Assert.InRange(File.ReadLines(Path.Combine(_folder.Root, "obj", "violations", "data.csv")).Count(), 100_000, 107_000);
    }

    [Theory]
    [InlineData("1.5", "1", "red", "yes", "2024-01-01", "(2,1): error KILN1007: '1.5' in column 'id' is not a whole number")]
    [InlineData("1", "1", "red", "maybe", "2024-01-01", "(2,9): error KILN1007: 'maybe' in column 'ok' is neither 'yes' nor 'no'")]
    [InlineData("1", "1", "red", "YES", "2024-01-01", "(2,9): error KILN1007: 'YES' in column 'ok' is neither 'yes' nor 'no'")]
    [InlineData("1", "1", "red", "yes", "2024-02-30", "(2,13): error KILN1007: '2024-02-30' in column 'at' is not a date in ISO 8601 (2024-12-31, 2024-12-31T23:59:59) (this row, 100 %)")]
    [InlineData("1", "", "red", "yes", "2024-01-01", "(2,3): error KILN1008: column 'size' has no value here (this row, 100 %), which the contract does not allow; fill it in, or write \"nullable\": true")]
    [InlineData("1", "1", "gren", "yes", "2024-01-01", "(2,5): error KILN1009: 'gren' is not among the \"values\" of column 'kind' (this row, 100 %) (did you mean 'green'?); correct it, add it to \"values\" in 'data.schema.json'")]
    [InlineData("1", "-1", "red", "yes", "2024-01-01", "(2,3): error KILN1009: '-1' is below the \"min\" 0 of column 'size' (this row, 100 %); correct it, or change \"min\" in 'data.schema.json'")]
    public void Each_kind(string id, string size, string kind, string ok, string at, string expected) =>
        Assert.StartsWith("data.csv" + expected, Error($"id,size,kind,ok,at\n{id},{size},{kind},{ok},{at}\n"));

    [Fact]
    public void All_columns_and_kinds_are_told_at_once() => Assert.Equal(
        ["data.csv(2,3): error KILN1009", "data.csv(3,3): error KILN1007", "data.csv(4,3): error KILN1008", "data.csv(5,5): error KILN1009"],
        Errors("id,size,kind,ok,at\n1,-1,red,no,2024-01-01\n2,x,red,no,2024-01-01\n3,,red,no,2024-01-01\n4,4,blue,no,2024-01-01\n")
            .Select(error => error[..error.IndexOf(": ", error.IndexOf("error", StringComparison.Ordinal), StringComparison.Ordinal)]));

    [Fact]
    public void Lines_are_those_of_the_file_whatever_is_in_the_fields() => Assert.StartsWith(
        "data.csv(11,8): error KILN1007: 'x' in column 'size'",
        Error("\uFEFFkind,size,id,ok,at\r\n\r\n\"re\r\nd\",1,1,no,2024-01-01\r\n\"a \"\"b\"\", c\",1,2,no,2024-01-01\r\n\"\r\n\r\n\r\n\r\n\",1,3,no,2024-01-01\r\n"
            + "\"ü😀,\",  x,4,no,2024-01-01\r\n", nullableKinds: ["re\r\nd", "a \"b\", c", "\r\n\r\n\r\n\r\n", "ü😀,"]));

    [Fact]
    public void Packed_files_and_late_rows_are_located_too()
    {
        var rows = string.Concat(Enumerable.Range(2, 99_999).Select(i => $"{i},1,red,no,2024-01-01\n"));
        var dataset = _folder.Packed("id,size,kind,ok,at\n" + rows + "x,1,red,no,2024-01-01\n" + rows, "packed.csv.gz");

        Assert.StartsWith("packed.csv.gz(100001,1): error KILN1007: 'x' in column 'id' is not a whole number (this row, under 0.1 %)", _folder.Error(() => _folder.Load(dataset, _contract)));
    }

    [Fact]
    public void Each_file_of_a_dataset_is_named()
    {
        _folder.Csv(Good, "a.csv");
        _folder.Csv("at,ok,kind,size,id\n2024-01-01,no,red,1,1\n2024-01-01,no,rad,1,2\n2024-01-01,no,rad,1,two\n", "b.csv");

        Assert.Equal(
            ["b.csv(4,21): error KILN1007", "b.csv(3,15): error KILN1009", "b.csv(4,15): error KILN1009"],
            _folder.Errors(() => _folder.Load(_folder.Dataset("data", "b.csv", "a.csv"), _contract)).Select(error => error[..error.IndexOf(": '", StringComparison.Ordinal)]));
    }

    [Fact]
    public void What_is_ignored_need_not_fit()
    {
        var contract = With(column => column.Name == "size", column => Copy(column, ColumnRole.Ignore));

        Assert.Equal(2, _folder.Load(_folder.Csv("id,size,kind,ok,at\n1,junk,red,no,2024-01-01\n2,,red,no,2024-01-01\n"), contract).Rows);
    }

    string Error(string csv, string[]? nullableKinds = null) => Assert.Single(Errors(csv, nullableKinds));

    IReadOnlyList<string> Errors(string csv, string[]? kinds = null)
    {
        var contract = kinds is null ? _contract : With(column => column.Name == "kind", column => Copy(column, column.Role, kinds));
        return _folder.Errors(() => _folder.Load(_folder.Csv(csv), contract));
    }

    DataContract With(Func<Column, bool> which, Func<Column, Column> change) => new()
    {
        Dataset = _contract.Dataset,
        Columns = [.. _contract.Columns.Select(column => which(column) ? change(column) : column)],
    };

    static Column Copy(Column column, ColumnRole role, string[]? values = null) => new()
    {
        Name = column.Name,
        Property = column.Property,
        Type = column.Type,
        Nullable = column.Nullable,
        Role = role,
        Min = column.Min,
        Values = values ?? column.Values,
    };
}
