using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Json;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Sources;

public sealed class JsonLinesTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("-1e-7", "-1e-7")]
    [InlineData("true", "true")]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("\" Z\\u00fcrich \"", "Zürich")]
    [InlineData("\"a \\\"b\\\" \\n c\"", "a \"b\" \n c")]
    [InlineData("\"😀 and a text that is longer than twelve bytes\"", "😀 and a text that is longer than twelve bytes")]
    public void Each_value_has_the_text_it_is_written_with(string value, string text) =>
        Assert.Equal([text], Texts(_folder.Csv($"{{\"v\": {value}, \"w\": 1}}\n", "data.jsonl").Files[0], "v"));

    [Theory]
    [InlineData("data.jsonl")]
    [InlineData("data.ndjson")]
    [InlineData("data.json")]
    public void The_same_rows_are_the_same_data_as_in_CSV(string file)
    {
        var random = new Random(3);
        var (csv, json) = (new StringBuilder("id,x,name,yes\n"), new StringBuilder("\uFEFF"));
        for (var i = 0; i < 5_000; i++)
        {
            var (x, name, yes) = (random.Next(10) == 0 ? "" : $"{random.Next(100)}.{random.Next(10)}", $"n{random.Next(4)} ü", random.Next(2) == 0 ? "true" : "false");
            csv.Append($"{i},{x},{name},{yes}\n");
            json.Append(x.Length > 0 ? $"{{\"id\":{i},\"x\":{x},\"name\":\"{name}\",\"yes\":{yes}}}" : $"{{\"yes\": {yes}, \"id\": {i}, \"name\": \"{name}\"}}")
                .Append(i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "\n" : "\n\n");
        }
        var (text, lines) = (_folder.Csv(csv.ToString()), _folder.Csv(json.ToString(), file));
        var expected = ContractInference.Infer(text, null, DataFolder.Ignored);

        var actual = ContractInference.Infer(lines, null, DataFolder.Ignored);

        Assert.Equal(ContractJson.Write(expected), ContractJson.Write(actual));
        Assert.Equal(_folder.Load(text, expected).RowHashes, _folder.Load(lines, actual).RowHashes);
    }

    [Fact]
    public void Packed_lines_are_read()
    {
        var dataset = _folder.Packed(string.Concat(Enumerable.Range(0, 100).Select(i => $"{{\"n\": {i}, \"x\": \"a{i % 3}\"}}\n")), "data.jsonl.gz");

        Assert.Equal(100, ContractInference.Infer(dataset, null, DataFolder.Ignored).Rows);
    }

    [Theory]
    [InlineData("{\"a\": 1}\n[1, 2]\n", "data.jsonl(2,1): error KILN1004: this line is no object")]
    [InlineData("[{\"a\": 1}, {\"a\": 2}]", "data.jsonl(1,1): error KILN1004: this line is no object")]
    [InlineData("{\n  \"a\": 1\n}\n", "data.jsonl(1,2): error KILN1004: this line is broken here")]
    [InlineData("{\"a\": 1}\n{\"a\": 1, \"b\" 2}\n", "data.jsonl(2,14): error KILN1004: this line is broken here")]
    [InlineData("{\"a\": \"ü\"}\n{\"ü\": 1} {\"a\": 2}\n", "data.jsonl(2,10): error KILN1004: this line is broken here")]
    [InlineData("{\"a\": 1}\n\n{\"a\": 1, \"a\": 2}\n", "data.jsonl(3,10): error KILN1004: this line has two members 'a'")]
    [InlineData("{\"a\": 1}\n{\"a\": \"\\ud800\"}\n", "data.jsonl(2,7): error KILN1004: this line is broken here")]
    [InlineData("{\"a\": 1}\n{\"a\": \"x\\u0000\"}\n", "data.jsonl(2,7): error KILN1004: this field holds a NUL character")]
    [InlineData("{\"\": 1}\n", "data.jsonl(1,2): error KILN1004: this line has a member without a name")]
    [InlineData("\n \n", "data.jsonl(1,1): error KILN1002: the data file is empty")]
    [InlineData("{}\n", "data.jsonl: error KILN1002: there is no column")]
    public void What_is_no_line_of_JSON_is_told_where_it_stands(string text, string expected) =>
        Assert.StartsWith(expected, _folder.Error(() => ContractInference.Infer(_folder.Csv(text, "data.jsonl"), null, DataFolder.Ignored)));

    [Fact]
    public void Bytes_that_are_no_text_are_told() => Assert.StartsWith(
        "data.jsonl(2,1): error KILN1004: this is not UTF-8 text",
        _folder.Error(() => ContractInference.Infer(_folder.Bytes(Encoding.Latin1.GetBytes("{\"a\": 1}\n{\"a\": \"ü\"}\n"), "data.jsonl"), null, DataFolder.Ignored)));

    [Fact]
    public void A_name_of_its_own_is_a_column_of_the_contract_and_a_warning_after_it()
    {
        var dataset = _folder.Csv("{\"a\": 1}\n{\"a\": 2, \"b\": 3}\n", "data.jsonl");

        Assert.Equal(["a", "b"], ContractInference.Infer(dataset, null, DataFolder.Ignored).Columns.Select(column => column.Name));
    }

    [Fact]
    public void What_is_nested_is_left_out_and_said_where_it_first_stands()
    {
        var dataset = _folder.Csv("{\"a\": 1, \"b\": 1}\n{\"a\": 2, \"b\": [1, {\"c\": 2}]}\n{\"a\": 4}\n", "data.jsonl");

        Assert.Equal(["a"], ContractInference.Infer(dataset, null, DataFolder.Ignored).Columns.Select(column => column.Name));
        Assert.StartsWith("data.jsonl(2,15): warning KILN1045: column 'b' holds lists or objects", Assert.Single(_folder.Doubts(dataset), line => line.Contains("KILN1045")));
    }

    [Fact]
    public void A_value_that_does_not_fit_is_told_where_it_stands()
    {
        var contract = ContractInference.Infer(_folder.Csv("{\"a\": 1, \"b\": 2}\n{\"a\": 2, \"b\": 5}\n", "data.jsonl"), null, DataFolder.Ignored);

        Assert.StartsWith("data.jsonl(3,16): error KILN1007: 'x' in column 'b' is not a whole number",
            _folder.Error(() => _folder.Load(_folder.Csv("{\"a\": 1, \"b\": 2}\n\n{\"a\": 10, \"b\": \"x\"}\n", "data.jsonl"), contract)));
        Assert.StartsWith("data.jsonl(2,1): error KILN1008: column 'b' has no value here",
            _folder.Error(() => _folder.Load(_folder.Csv("{\"a\": 1, \"b\": 2}\n{\"a\": 10}\n", "data.jsonl"), contract)));
    }

    [Fact]
    public void A_line_without_an_end_is_told() => Assert.StartsWith(
        "data.jsonl(2,1): error KILN1004: this row is longer than 2 MB",
        _folder.Error(() => ContractInference.Infer(_folder.Csv("{\"a\": 1}\n{\"a\": \"" + new string('x', 5_000_000), "data.jsonl"), null, DataFolder.Ignored)));

    static List<string> Texts(string file, string column)
    {
        var texts = new List<string>();
        using var engine = DuckEngine.Open();
        JsonLinesSource.Open(file).Read(engine, [column], chunk =>
        {
            for (var row = 0; row < chunk.Rows; row++)
                texts.Add(Encoding.UTF8.GetString(chunk[0][row]));
        });
        return texts;
    }
}
