using Kiln.Contracts.Data;
using Kiln.Host.Data.Inference;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

/// <summary>Files as they come: what is doubtful is said where it stands, and what cannot be a table is an error there.</summary>
public sealed class WildTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("one-stray-text", "months text feature|churn boolean feature",
        "(15,1): warning KILN1020: 39 of 40 values (97.5 %) of column 'months' are numbers, and '12 mo.' is not, so the column is text; correct it and delete "
        + "'one-stray-text.schema.json' to have it inferred again, or, if it means that the value is missing, write \"type\": \"integer\", \"nullable\": true, "
        + "\"role\": \"feature\", \"missing\": [\"12 mo.\"] for the column there")]
    [InlineData("total-footer", "area text id|town category feature|sold boolean? feature",
        "(26,1): warning KILN1020: 24 of 25 values (96 %) of column 'area' are numbers, and 'Total' is not, so the column is text; correct it")]
    [InlineData("units-row", "length text id|kind category feature|ok boolean? feature [-]",
        "(2,1): warning KILN1020: 24 of 25 values (96 %) of column 'length' are numbers, and 'mm' is not",
        "(2,4): warning KILN1021: '-' means a missing value in another column, and is read as a value of column 'kind' (1 of 25 rows)")]
    [InlineData("missing-n.a", "dose text feature|ok boolean feature",
        "(5,1): warning KILN1020: 21 of 24 values (87.5 %) of column 'dose' are numbers, and 'n.a.' is not (the first of 3 such values), so the column is text")]
    [InlineData("currency-percent", "price text id|rate text id|sold boolean feature",
        "(2,1): warning KILN1020: 24 of 24 values (100 %) of column 'price' are numbers except for '$' ('$1,200.50'), which prevents reading them as numbers, so the column is text",
        "(2,13): warning KILN1020: 24 of 24 values (100 %) of column 'rate' are numbers except for '%' ('3.0%')")]
    [InlineData("decimal-comma-3", "gewicht_kg number feature|stufe category feature")]
    [InlineData("two-date-formats", "ordered date-time feature %d/%m/%Y|paid date-time feature %m/%d/%Y|late boolean feature")]
    [InlineData("app-versions", "app_version category feature|x number feature|crashed boolean feature")]
    [InlineData("closing-date", "x number feature|closed_on date-time? feature|churned boolean feature")]
    [InlineData("plus-minus-label", "x number feature|steps integer? feature [-]|approved category feature")]
    [InlineData("namibia", "country category feature|x number? feature [NA]|y integer feature")]
    [InlineData("yyyymmdd", "day date-time time %Y%m%d|y integer feature",
        "(2,1): warning KILN1021: every value of column 'day' is a day as year, month and day, so it is read as a date with \"dateFormat\": \"%Y%m%d\"")]
    [InlineData("spaces-after-comma", "x number feature|work category feature|ok boolean feature")]
    [InlineData("singlequote", "p category feature|y integer feature")]
    public void A_contract_with_its_doubts(string name, string columns, params string[] doubts)
    {
        var told = new List<string>();
        var contract = ContractInference.Infer(_folder.Wild(name), null, doubt => told.Add(doubt.ToString()));

        Assert.Equal(columns.Split('|'), contract.Columns.Select(Shown));
        Assert.Equal(doubts.Length, told.Count);
        Assert.All(doubts.Zip(told), pair => Assert.Contains(name + ".csv" + pair.First, pair.Second));
    }

    [Theory]
    [InlineData("preamble", "(1,1): error KILN1004: 'Monthly export' looks like a title, and line 4 ('x', 'k', 'ok') looks like the header, which must be the first line; ")]
    [InlineData("preamble-padded", "(1,1): error KILN1004: 'Monthly export' looks like a title, and line 4 ('x', 'k', 'ok') looks like the header, which must be the first line; ")]
    [InlineData("sep-line", "(1,1): error KILN1004: 'sep=;' tells Excel the separator and is not a header, which must be the first line; remove it")]
    [InlineData("no-header-integers", "(1,1): error KILN1004: the first line contains values ('30') instead of column names; add a line of names above it")]
    public void An_error_at_its_place(string name, string expected) =>
        Assert.StartsWith(name + ".csv" + expected, _folder.Error(() => ContractInference.Infer(_folder.Wild(name), null, DataFolder.NoWarning)));

    [Fact]
    public void A_header_that_stands_again_in_the_middle()
    {
        var penguins = File.ReadAllText(_folder.Real("penguins").Files[0]);

        Assert.Equal(
            "data.csv(346,1): error KILN1004: the header is repeated here instead of a row of values, as when files are concatenated; remove this line",
            _folder.Error(() => _folder.Infer(penguins + penguins)));
    }

    [Fact]
    public void Another_delimiter_in_the_second_month()
    {
        var (january, february) = (_folder.Wild("other-delimiter-jan"), _folder.Wild("other-delimiter-feb"));
        var both = _folder.Dataset("both", "other-delimiter-jan.csv", "other-delimiter-feb.csv");
        var contract = ContractInference.Infer(january, null, DataFolder.NoWarning);

        Assert.StartsWith("other-delimiter-jan.csv(1,1): error KILN1004: this file separates fields with ',', but 'other-delimiter-feb.csv' says ';'",
            _folder.Error(() => ContractInference.Infer(both, null, DataFolder.NoWarning)));
        Assert.StartsWith("other-delimiter-feb.csv(1,1): error KILN1004: this file separates fields with ';', but 'other-delimiter-feb.schema.json' says ','",
            _folder.Error(() => _folder.Load(february, contract)));
    }

    [Fact]
    public void Words_in_single_quotes_keep_them()
    {
        var contract = ContractInference.Infer(_folder.Wild("singlequote"), null, DataFolder.NoWarning);

        Assert.Equal("\"", contract.Dialect.Quote);
        Assert.Equal("'v0'", contract.Columns[0].Values[0]);
    }

    [Fact]
    public void Single_quotes_are_quotes_where_they_hold_a_delimiter()
    {
        var rows = string.Concat(Enumerable.Range(0, 50).Select(i => $"'a, {i % 3}',{i}\n"));

        Assert.Equal(["a, 0", "a, 1", "a, 2"], _folder.Infer("'p','y'\n" + rows).Columns[0].Values);
    }

    /// <summary>What the warning says leads to the columns that the data without the mistake has.</summary>
    [Fact]
    public void One_mistyped_cell_of_penguins_and_the_way_out()
    {
        var good = _folder.Infer(File.ReadAllText(_folder.Real("penguins").Files[0]));
        var wrong = _folder.Csv(File.ReadAllText(Path.Combine(_folder.Root, "penguins.csv")).Replace(",39.1,18.7,", ",39.l,18.7,"));
        var doubt = Assert.Single(_folder.Doubts(wrong));

        Assert.StartsWith("data.csv(2,22): warning KILN1020: 341 of 342 values (99.7 %) of column 'bill_length_mm' are numbers, and '39.l' is not", doubt);
        var contract = ContractInference.Infer(wrong, null, DataFolder.Ignored);
        Assert.Equal(ColumnType.Category, contract.Columns[2].Type);
        var line = System.Text.RegularExpressions.Regex.Match(doubt, "write (\"type\": .*) for the column there").Groups[1].Value;
        var mended = ContractJson.Read(
            $"{{ \"format\": 1, \"dataset\": \"data\", \"columns\": [{{ \"name\": \"bill_length_mm\", \"property\": \"B\", {line} }}] }}");
        Assert.Equal((good.Columns[2].Type, good.Columns[2].Role), (mended.Columns[0].Type, mended.Columns[0].Role));
        Assert.Equal(["39.l"], mended.Columns[0].Missing);
    }

    static string Shown(Column column) => $"{column.Name} {Words.Format(column.Type)}{(column.Nullable ? "?" : "")} {Words.Format(column.Role)}"
        + (column.DateFormat is null ? "" : " " + column.DateFormat) + (column.Missing is null ? "" : $" [{string.Join('|', column.Missing)}]");
}
