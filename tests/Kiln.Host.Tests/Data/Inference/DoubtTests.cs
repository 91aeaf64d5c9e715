using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

/// <summary>What is said about a contract when it is inferred, and what is not.</summary>
public sealed class DoubtTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("unknown")]
    [InlineData("(null)")]
    [InlineData("\\N")]
    [InlineData("#DIV/0!")]
    [InlineData("k.A.")]
    [InlineData("..")]
    [InlineData("inf")]
    public void A_text_among_numbers_however_often_it_stands_there(string text)
    {
        var rows = Enumerable.Range(0, 40).Select(i => i % 4 == 3 ? text : (i / 2.0).ToString(System.Globalization.CultureInfo.InvariantCulture));

        var doubt = Assert.Single(Doubts(rows));
        Assert.StartsWith($"data.csv(5,3): warning KILN1020: 30 of 40 values (75 %) of column 'v' are numbers, and '{text}' is not (the first of 10 such values)", doubt);
        Assert.Contains($"\"missing\": [\"{text.Replace("\\", "\\\\")}\"]", doubt);
    }

    [Theory]
    [InlineData("1.234,50 €", "€")]
    [InlineData("€ 12", "€")]
    [InlineData("-$5", "$")]
    [InlineData("12 %", "%")]
    [InlineData("1,234", ",")]
    [InlineData("1'234.5", "'")]
    [InlineData("1 234 567", " ")]
    [InlineData("180 cm", "cm")]
    public void The_symbol_that_stands_in_the_way(string value, string symbol) => Assert.StartsWith(
        $"data.csv(2,3): warning KILN1020: 40 of 40 values (100 %) of column 'v' are numbers except for '{symbol}' ('{value}')",
        Assert.Single(Doubts(Enumerable.Range(0, 40).Select(i => i == 0 ? value : value.Replace("2", (i % 10).ToString()).Replace("5", "6")
            .Replace("180", (i + 100).ToString())))));

    [Theory]
    [InlineData("36 months", "60 months")]
    [InlineData("1st", "2nd")]
    [InlineData("A1", "A2")]
    [InlineData("10:00", "11:30")]
    [InlineData("1", "K")]
    public void Names_of_groups_are_no_numbers(string one, string other) =>
        Assert.Empty(Doubts(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? one : other)));

    [Fact]
    public void A_date_that_is_none() => Assert.StartsWith(
        "data.csv(4,3): warning KILN1020: 24 of 25 values (96 %) of column 'v' are dates in the format \"%d.%m.%Y\", and 'open' is not, so the column is text",
        Assert.Single(Doubts(Enumerable.Range(1, 25).Select(i => i == 3 ? "open" : $"{i:00}.03.2024"))));

    [Fact]
    public void A_date_in_ISO_8601_that_is_none() => Assert.StartsWith(
        "data.csv(31,3): warning KILN1020: 29 of 30 values (96.6 %) of column 'v' are dates in ISO 8601, and '2024-02-30' is not, so the column is text",
        Assert.Single(Doubts(Enumerable.Range(1, 30).Select(i => i == 30 ? "2024-02-30" : $"2024-03-{i:00}"))));

    [Fact]
    public void A_boolean_that_is_none() => Assert.StartsWith(
        "data.csv(8,3): warning KILN1020: 39 of 40 values (97.5 %) of column 'v' are 'yes' or 'no', and 'Yess' is not, so the column is a category",
        Assert.Single(Doubts(Enumerable.Range(1, 40).Select(i => i == 7 ? "Yess" : i % 2 == 0 ? "yes" : "no"))));

    [Fact]
    public void Day_and_month_that_cannot_be_told_apart() => Assert.Equal(
        ["data.csv(2,3): warning KILN1021: no day of column 'v' is above the 12th, so day and month cannot be told apart, and \"%m/%d/%Y\" is assumed; "
            + "if it is the other way round, write \"dateFormat\": \"%d/%m/%Y\" for the column in 'data.schema.json'"],
        Doubts(["01/02/2024", "03/04/2024"]));

    [Fact]
    public void The_same_day_either_way_is_clear() => Assert.Empty(Doubts(["01/01/2024", "02/02/2024"]));

    [Fact]
    public void Day_and_month_that_change_places() => Assert.StartsWith(
        "data.csv(12,3): warning KILN1021: the dates of column 'v' are written in more than one way: '01/25/2024' is not in \"%d/%m/%Y\" like most of them",
        Assert.Single(Doubts(Enumerable.Range(1, 15).Select(i => i <= 10 ? $"{i + 15}/01/2024" : $"01/{i + 14}/2024"))));

    [Theory]
    [InlineData("1.234 12.500 7", "(2,3): warning KILN1021: every '.' in column 'v' is followed by three digits and may be a thousands separator; it is read as the decimal separator")]
    [InlineData("1,234 12,500 7", "(2,3): warning KILN1021: every ',' in column 'v' is followed by three digits and may be a thousands separator or the decimal separator, so the column is text")]
    public void Thousands_or_decimals(string values, string expected) =>
        Assert.StartsWith("data.csv" + expected, Assert.Single(_folder.Doubts(_folder.Csv("k;v\n" + string.Concat(values.Split(' ').Select(value => $"x;{value}\n"))))));

    [Fact]
    public void Names_that_repeat() => Assert.Equal(
        ["data.csv(1,7): warning KILN1022: 'size' names more than one column; the contract calls this one 'size_2', even if its content or position changes; "
            + "give it a unique name in the file, and delete the contract to have it inferred again"],
        _folder.Doubts(_folder.Csv("size,,size\n1,a,3\n2,b,5\n")));

    [Theory]
    [InlineData("name,30,12\nJane,31,7\nJohn,25,19\n")]
    public void Names_that_may_be_values(string csv)
    {
        Assert.Empty(_folder.Doubts(_folder.Csv(csv.Replace("30", "size").Replace("12", "count"))));
        Assert.StartsWith("data.csv(1,6): warning KILN1022: '30' is a value like those below it", Assert.Single(_folder.Doubts(_folder.Csv(csv))));
    }

    [Theory]
    [InlineData("30,yes\n31,no\n25,no\n28,yes\n")]
    [InlineData("30,1,red\n31,2,red\n25,1,blue\n28,3,blue\n28,3,red\n")]
    [InlineData("2024-01-01,5\n2024-01-02,7\n2024-01-03,1\n")]
    public void Names_that_are_values(string csv) =>
        Assert.StartsWith("data.csv(1,1): error KILN1004: the first line contains values", _folder.Error(() => _folder.Infer(csv)));

    [Theory]
    [InlineData("2019,2020,2021\n1.5,2.5,3\n2.5,3.5,4\n")]
    [InlineData("0,1\n1.5,2.5\n2.5,3.5\n")]
    [InlineData("a,b,\n1,2,\n3,4,\n5,2,\n7,7,\n")]
    [InlineData("name,city,note\nJane,Ulm,\nJohn,Hof,x\nJim,Jena,\nJoe,Ulm,y\n")]
    public void Names_that_are_names(string csv) => Assert.Empty(_folder.Doubts(_folder.Csv(csv)));

    [Fact]
    public void Unique_texts_of_few_words_may_be_names_of_rows() => Assert.Equal(
        "data.csv(2,3): warning KILN1021: every row has another text in column 'v', most of several words, so it is read as text to learn from; "
        + "if it names the row, as names of persons do, write \"role\": \"id\" for the column in 'data.schema.json'",
        Assert.Single(Doubts(Words(40).Select(word => $"Mr. {word} Smith"))));

    [Fact]
    public void Unique_words_may_be_what_there_is_to_learn_from() => Assert.Equal(
        "data.csv(2,3): warning KILN1021: every row has another word in column 'v', so it is read as what names the row and is no input; "
        + "if there is something to learn from it, write \"role\": \"feature\" for the column in 'data.schema.json'",
        Assert.Single(Doubts(Words(40))));

    [Fact]
    public void Codes_and_prose_are_no_doubt()
    {
        Assert.Empty(Doubts(Words(40).Select((word, i) => $"{word}-{i}")));
        Assert.Empty(Doubts(Words(40).Select(word => $"there is a lot to be said of {word}")));
        Assert.Empty(Doubts(Words(8)));
    }

    /// <summary>Different words without a digit.</summary>
    static IEnumerable<string> Words(int count) => Enumerable.Range(0, count).Select(i => $"{(char)('a' + i % 26)}{(char)('k' + i / 26)}ord");

    IReadOnlyList<string> Doubts(IEnumerable<string> values) =>
        _folder.Doubts(_folder.Csv("k,v\n" + string.Concat(values.Select(value => $"x,{(value.Contains(',') ? $"\"{value}\"" : value)}\n"))));
}
