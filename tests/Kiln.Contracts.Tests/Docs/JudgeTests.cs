using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Testing;

namespace Kiln.Contracts.Tests.Docs;

/// <summary>One table of right and wrong contracts and two judges: the reader, which the compiler and the build have, and ajv with the published JSON Schema.</summary>
public sealed class JudgeTests
{
    const string Number = "\"type\": \"number\", \"nullable\": true, \"role\": \"feature\"";
    const string Integer = "\"type\": \"integer\", \"nullable\": false, \"role\": \"feature\"";
    const string Category = "\"type\": \"category\", \"nullable\": false, \"role\": \"feature\", \"values\": [\"a\", \"b\"]";
    const string Boolean = "\"type\": \"boolean\", \"nullable\": false, \"role\": \"feature\", \"true\": \"y\", \"false\": \"n\"";
    const string Free = "\"type\": \"text\", \"nullable\": false, \"role\": \"feature\"";
    const string Date = "\"type\": \"date-time\", \"nullable\": false, \"role\": \"time\"";

    static readonly JsonNode Schema = JsonNode.Parse(Repository.Read("docs", "schemas", "contract.schema.json"))!;

    static readonly string[] Right =
    [
        Column(Number), Column(Number, "\"min\": 0, \"max\": 1.5"), Column(Number, "\"decimal\": \",\", \"thousands\": \".\", \"symbols\": [\"$\", \"%\", \" kg\", \"m2\"]"),
        Column(Number, "\"maxMissing\": 0"), Column(Number, "\"maxMissing\": 1, \"unique\": false, \"tolerance\": 0.5, \"severity\": \"warning\""), Column(Integer, "\"thousands\": \"\\u202f\", \"unique\": true"),
        Column(Integer, "\"classes\": [1, 2]"), Column(Category, "\"open\": true, \"pattern\": \"[a-z]\", \"minLength\": 1, \"maxLength\": 1"), Column(Category, "\"trim\": false"),
        Column(Category, "\"positive\": \"a\", \"availability\": \"training\""), Column(Boolean, "\"classification\": \"sensitive\""),
        Column(Free, "\"trim\": false, \"pattern\": \"\\\\d{4}(-\\\\d{2})?\", \"minLength\": 4, \"classification\": \"personal\""),
        Column(Date, "\"min\": \"2020-02-29\", \"max\": \"2024-12-31T23:59:59\", \"dateFormat\": \"%d.%m.%Y\""), Column(Date, "\"min\": \"2020-01-01T00:00\""),
        Root($"{{ \"name\": \"x\", \"property\": \"X\", {Date} }}", "\"rows\": { \"latest\": \"P1Y2M3W4DT5H6M\", \"min\": 0, \"duplicates\": 0, \"perFile\": { \"min\": 1 } }"),
        Root(Plain, "\"rows\": {}"), Root(Plain, "\"key\": [\"x\"]"), Root(Plain, "\"rules\": []"), Root(Plain, "\"rules\": [{ \"name\": \"a\", \"sql\": \"x > 0\", \"tolerance\": 0.1 }]"),
    ];

    /// <summary>What the schema says too.</summary>
    static readonly (string Text, string Message)[] Wrong =
    [
        (Column(Category, "\"min\": 1"), "\"min\" applies to number, integer and date-time columns, but \"x\" is a category"),
        (Column(Free, "\"max\": 1"), "\"max\" applies to number, integer and date-time columns, but \"x\" is a text"),
        (Column(Boolean, "\"max\": 1"), "\"max\" applies to"), (Column(Free, "\"min\": \"2020-01-01\""), "\"min\" applies to"),
        (Column(Date, "\"min\": 2020"), "a string is expected here"), (Column(Date, "\"min\": \"01.02.2020\""), "\"01.02.2020\" is not a date in ISO 8601"),
        (Column(Date, "\"max\": \"2020-13-01\""), "is not a date in ISO 8601"), (Column(Number, "\"min\": \"2020-01-01\""), "a number is expected here"),
        (Column(Number, "\"values\": [\"a\"]"), "\"values\" applies to category columns, but \"x\" is a number"), (Column(Free, "\"open\": true"), "\"open\" applies to category columns"),
        (Column(Free, "\"true\": \"y\", \"false\": \"n\""), "\"true\" applies to boolean columns"), (Column(Category, "\"classes\": [1]"), "\"classes\" applies to number and integer columns"),
        (Column(Number, "\"dateFormat\": \"%d\""), "\"dateFormat\" applies to date-time columns"), (Column(Integer, "\"decimal\": \",\""), "\"decimal\" applies to number columns"),
        (Column(Number, "\"decimal\": \";\""), "the decimal separator \";\" is neither"), (Column(Free, "\"thousands\": \",\""), "\"thousands\" applies to number and integer columns"),
        (Column(Number, "\"thousands\": \"x\""), "\"x\" does not group digits"), (Column(Date, "\"symbols\": [\"$\"]"), "\"symbols\" applies to number and integer columns"),
        (Column(Number, "\"symbols\": [\"10\"]"), "\"10\" cannot be taken off a number"), (Column(Number, "\"symbols\": [\" \"]"), "cannot be taken off a number"),
        (Column(Number, "\"symbols\": [\"$\", \"$\"]"), "\"$\" occurs twice"), (Column(Number, "\"trim\": false"), "\"trim\" applies to category and text columns"),
        (Column(Integer, "\"pattern\": \".\""), "\"pattern\" applies to category and text columns"), (Column(Number, "\"minLength\": 1"), "\"minLength\" applies to"),
        (Column(Free, "\"minLength\": -1"), "a number of characters is expected here"), (Column(Free, "\"maxLength\": 1.5"), "a whole number is expected here"),
        (Column(Free, "\"pattern\": \"(a\""), "the \"pattern\" of \"x\" is no regular expression that can be used"),
        (Column(Integer, "\"maxMissing\": 0.1"), "\"maxMissing\" says how many values of \"x\" may be missing, but \"nullable\" is false"),
        (Column(Number, "\"maxMissing\": 5"), "a share from 0 to 1 is expected here"), (Column(Number, "\"tolerance\": -0.1"), "a share from 0 to 1 is expected here"),
        (Column(Number, "\"severity\": \"warn\""), "\"warn\" is not a severity"), (Column(Number, "\"severity\": \"eror\""), "\"eror\" is not a severity (did you mean 'error'?)"),
        (Column(Number, "\"classification\": \"secret\""), "\"secret\" is not a classification"), (Column(Number, "\"availability\": \"always\""), "\"always\" is not an availability"),
        (Column(Number, "\"maxMising\": 0.1"), "\"maxMising\" is not allowed here (did you mean 'maxMissing'?)"), (Column(Number, "\"unique\": \"yes\""), "true or false is expected here"),
        (Column(Category.Replace("feature", "label"), "\"open\": true"), "\"x\" is a label, whose \"values\" are the classes"),
        (Column(Category, "\"trim\": false, \"open\": true"), "\"x\" has \"trim\": false, and Predict takes blanks off"),
        (Column(Category.Replace("\"a\"", "\" a\""), "\"trim\": false"), "\" a\" has blanks around it"),
        (Column(Number.Replace("feature", "ignore"), "\"unique\": true"), "\"unique\" would never be checked, because \"x\" has role \"ignore\""),
        (Column(Category.Replace(", \"values\": [\"a\", \"b\"]", "")), "category \"x\" needs its \"values\""),
        (Root(Plain, "\"rules\": [{ \"name\": \"a\" }]"), "\"sql\" is missing here"), (Root(Plain, "\"rules\": [{ \"name\": \" \", \"sql\": \"x > 0\" }]"), "a rule needs a name"),
        (Root(Plain, "\"rules\": [{ \"name\": \"a\", \"sql\": \"\" }]"), "the rule \"a\" is no SQL expression"),
        (Root(Plain, "\"rules\": [{ \"name\": \"a\", \"sql\": \"x > 0\", \"tolerence\": 1 }]"), "\"tolerence\" is not allowed here (did you mean 'tolerance'?)"),
        (Root(Plain, "\"rows\": { \"mim\": 1 }"), "\"mim\" is not allowed here (did you mean 'min'?)"), (Root(Plain, "\"rows\": { \"min\": -1 }"), "a number of rows is expected here"),
        (Root(Plain, "\"rows\": { \"latest\": \"1 day\" }"), "\"1 day\" is not a duration in ISO 8601"), (Root(Plain, "\"rows\": { \"perFile\": { \"least\": 1 } }"), "\"least\" is not allowed here"),
        (Root(Plain, "\"rows\": { \"duplicates\": 2 }"), "a share from 0 to 1 is expected here"), (Root(Plain, "\"key\": []"), "a key needs at least one column"),
        (Root(Plain, "\"key\": [\"x\", \"x\"]"), "\"x\" occurs twice"), (Root(Plain, "\"keys\": [\"x\"]"), "\"keys\" is not allowed here (did you mean 'key'?)"),
    ];

    /// <summary>What JSON Schema has no words for: one value against another, and the columns against each other. The reader alone says it, and the editor through the analyzer.</summary>
    static readonly (string Text, string Message)[] BeyondSchema =
    [
        (Column(Boolean.Replace("\"n\"", "\"y\"")), "boolean \"x\" needs \"true\" and \"false\": two strings exactly as in the file"),
        (Column(Number, "\"min\": 2, \"max\": 1"), "\"min\" of \"x\" is above its \"max\""), (Column(Date, "\"min\": \"2021-01-01\", \"max\": \"2020-01-01\""), "\"min\" of \"x\" is above its \"max\""),
        (Column(Date, "\"min\": \"2021-02-30\""), "is not a date in ISO 8601"), (Column(Free, "\"minLength\": 2, \"maxLength\": 1"), "\"minLength\" of \"x\" is above its \"maxLength\""),
        (Column(Number, "\"thousands\": \".\""), "\".\" cannot both group digits and begin the fraction of \"x\""),
        (Column(Free, "\"pattern\": \"(?=a)b\""), "it has a back reference, a lookaround or an atomic group, which cannot be matched in bounded time"),
        (Column(Free, "\"pattern\": \"(a)\\\\1\""), "cannot be matched in bounded time"),
        (Root($"{{ \"name\": \"x\", \"property\": \"X\", {Date} }}, {{ \"name\": \"y\", \"property\": \"Y\", {Date} }}"), "\"x\" and \"y\" both have role \"time\", which one column can have"),
        (Root($"{Plain.Replace("feature", "label")}, {{ \"name\": \"y\", \"property\": \"Y\", {Integer.Replace("feature", "label")} }}"), "\"x\" and \"y\" both have role \"label\""),
        (Root($"{Plain.Replace("feature", "group")}, {{ \"name\": \"y\", \"property\": \"Y\", {Integer.Replace("feature", "group")} }}"), "\"x\" and \"y\" both have role \"group\""),
        (Root(Plain, "\"key\": [\"X\"]"), "\"X\" is not a column of this contract (did you mean 'x'?)"), (Root($"{{ \"name\": \"x\", \"property\": \"X\", {Number} }}", "\"key\": [\"x\"]"), "\"x\" cannot name rows, because its values may be missing"),
        (Root(Plain, "\"rows\": { \"latest\": \"P1D\" }"), "no column says how old a row is"), (Root(Plain.Replace("feature", "time"), "\"rows\": { \"latest\": \"P1D\" }"), "\"x\" is an integer, which says nothing of how old a row is"),
        (Root(Plain, "\"rows\": { \"perFile\": { \"min\": 2, \"max\": 1 } }"), "\"min\" rows of a file are above their \"max\""), (Root($"{{ \"name\": \"x\", \"property\": \"X\", {Date} }}", "\"rows\": { \"latest\": \"P0D\" }"), "\"P0D\" is not a duration"),
        (Root(Plain, "\"rules\": [{ \"name\": \"a\", \"sql\": \"x > 0\" }, { \"name\": \"a\", \"sql\": \"x > 1\" }]"), "two rules are called \"a\""),
    ];

    static string Plain => $"{{ \"name\": \"x\", \"property\": \"X\", {Integer} }}";

    /// <summary>The contracts of samples, of the tests' corpora, and the examples of the documentation.</summary>
    static IEnumerable<string> Written =>
    [
        .. new[] { "samples", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.schema.json", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")).Select(File.ReadAllText),
        ContractJson.Write(Samples.Contract),
        .. Examples(Repository.Read("docs", "contract.md")).Where(text => text.Contains("\"format\"", StringComparison.Ordinal)),
    ];

    [Fact]
    public void The_reader_takes_what_is_right_and_all_that_is_written_somewhere() => Assert.All(Right.Concat(Written), text => ContractJson.Read(text));

    [Fact]
    public void The_reader_refuses_what_is_wrong_where_it_stands() => Assert.All(Wrong.Concat(BeyondSchema), wrong =>
    {
        var error = Assert.Throws<JsonFormatException>(() => ContractJson.Read(wrong.Text));
        Assert.Contains(wrong.Message, error.Message);
        Assert.InRange(error.Line, 2, 3);
    });

    [Fact]
    public void Ajv_says_the_same_of_each()
    {
        var right = Right.Concat(Written).ToList();
        var errors = Ajv.Validate(Schema, [.. right, .. Wrong.Select(wrong => wrong.Text), .. BeyondSchema.Select(beyond => beyond.Text)]);

        Assert.All(right.Zip(errors), pair => Assert.True(pair.Second.Length == 0, pair.Second + "\n" + pair.First));
        Assert.All(Wrong.Zip(errors[right.Count..]), pair => Assert.True(pair.Second.Length > 0, "the schema takes " + pair.First.Text));
        Assert.All(BeyondSchema.Zip(errors[(right.Count + Wrong.Length)..]), pair => Assert.True(pair.Second.Length == 0, pair.Second + ": the schema can say it after all: " + pair.First.Text));
    }

    /// <summary>Columns, rules and the like of the documentation and of the rules' pages, each put into a contract.</summary>
    [Fact]
    public void Columns_of_the_documentation_are_taken() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "KILN10*.md").Select(File.ReadAllText)
            .SelectMany(page => Examples(page[page.IndexOf("\nGood:", StringComparison.Ordinal)..].ReplaceLineEndings("\n")))
            .Concat(Examples(Repository.Read("docs", "contract.md")))
            .Where(text => text.StartsWith("{ \"name\"", StringComparison.Ordinal) && text.Contains("\"role\"", StringComparison.Ordinal)),
        text => ContractJson.Read(Root(text.TrimEnd().TrimEnd(','))));

    static IEnumerable<string> Examples(string page) =>
        Regex.Matches(page, "^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value.Trim());

    static string Column(string column, string? more = null) => Root($"{{ \"name\": \"x\", \"property\": \"X\", {column}{(more is null ? "" : ", " + more)} }}");

    static string Root(string columns, string? more = null) =>
        $"{{ \"format\": 1, \"dataset\": \"d\",\n\"columns\": [{columns}]{(more is null ? "" : ",\n" + more)} }}";
}
