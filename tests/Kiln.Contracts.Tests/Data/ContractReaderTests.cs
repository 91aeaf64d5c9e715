using Kiln.Contracts.Data;
using Kiln.Contracts.Json;

namespace Kiln.Contracts.Tests.Data;

/// <summary>A contract that says something Kiln does not understand is refused where it says so.</summary>
public sealed class ContractReaderTests
{
    const string Letters = "A1234567890123456789012345678901234567890123456789012345678901234";

    const string LongName = Letters + Letters + Letters + Letters;

    const string X = "\"name\": \"x\", \"property\": \"X\", \"type\": \"number\", \"nullable\": false, \"role\": \"feature\"";

    static JsonFormatException Refused(string text) => Assert.Throws<JsonFormatException>(() => ContractJson.Read(text));

    static JsonFormatException RefusedColumns(string columns) => Refused($"{{ \"format\": 1, \"dataset\": \"d\", \"columns\": [\n{columns}\n] }}");

    [Theory]
    [InlineData("{ \"format\": 2 }", 13, "this contract has format 2; this version of Kiln reads format 1")]
    [InlineData("[]", 1, "an object is expected here")]
    [InlineData("{ \"format\": 1, \"dataset\": \"d\" }", 1, "\"columns\" is missing here")]
    [InlineData("{ \"format\": 1, \"dataset\": 3, \"columns\": [] }", 27, "a string is expected here")]
    [InlineData("{ \"format\": 1, \"dataset\": \"d\", \"columns\": [] }", 43, "a contract needs at least one column")]
    [InlineData("{ \"format\": 1, \"colums\": [] }", 26, "\"colums\" is not allowed here (did you mean 'columns'?); use one of $schema, format, dataset, dialect, newData, columns, key, rows, rules, profile")]
    public void Refuses_the_frame(string text, int column, string message)
    {
        var error = Refused(text);
        Assert.Equal((1, column, message), (error.Line, error.Column, error.Message));
    }

    [Theory]
    [InlineData("{ " + X + " },\n{ " + X + " }", 3, "column \"x\" occurs twice")]
    [InlineData("{ " + X + " },\n{ \"name\": \"y\", \"property\": \"X\", \"type\": \"text\", \"nullable\": true, \"role\": \"id\" }", 3, "property \"X\" is used by two columns; give one of them another name")]
    [InlineData("{ " + X + ", \"min\": 2, \"max\": 1 }", 2, "\"min\" of \"x\" is above its \"max\"")]
    [InlineData("{ " + X + ", \"missing\": [\"-\", \"-\"] }", 2, "\"-\" occurs twice")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"text\", \"nullable\": false, \"role\": \"weight\" }", 2, "\"x\" is a text, which does not say how much a row counts; give it type \"number\", or another \"role\"")]
    [InlineData("{ " + X + ", \"minimum\": 2 }", 2, "\"minimum\" is not allowed here; use one of name, property, type, nullable, role, unit, description, min, max, values, classes, true, false, positive, missing, dateFormat, decimal, thousands, symbols, trim, open, maxMissing, unique, pattern, minLength, maxLength, classification, availability, tolerance, severity")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"category\", \"nullable\": false, \"role\": \"feature\", \"values\": [\"spam\", \"nonspam\"], \"positive\": \"Spam\" }", 2, "\"Spam\" is not a value of \"x\" (did you mean 'spam'?); \"positive\" names one of its two values")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"integer\", \"nullable\": false, \"role\": \"feature\", \"classes\": [3, 3.0] }", 2, "3.0 occurs twice")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"text\", \"nullable\": false, \"role\": \"feature\", \"classes\": [3] }", 2, "\"classes\" applies to number and integer columns, but \"x\" is a text; write \"values\" for a category")]
    [InlineData("{ \"name\": \"x\", \"property\": \"" + LongName + "\", \"type\": \"number\", \"nullable\": false, \"role\": \"feature\" }", 2, "\"A1234567890123456789012345678901…\" has 260 characters, which is too long for the compiler; use at most 256")]
    [InlineData("{ \"name\": \"x\", \"property\": \"a b\", \"type\": \"number\", \"nullable\": false, \"role\": \"feature\" }", 2, "\"a b\" is not a C# identifier")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"float\", \"nullable\": false, \"role\": \"feature\" }", 2, "\"float\" is not a type; use one of number, integer, boolean, category, text, date-time")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"number\", \"nullable\": false, \"role\": \"lable\" }", 2, "\"lable\" is not a role (did you mean 'label'?); use one of feature, label, id, ignore, time, group, weight")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"category\", \"nullable\": false, \"role\": \"feature\" }", 2, "category \"x\" needs its \"values\"")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"category\", \"nullable\": false, \"role\": \"feature\", \"values\": [\"a\", \"a\"] }", 2, "\"a\" occurs twice")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"boolean\", \"nullable\": false, \"role\": \"feature\", \"true\": \"y\" }", 2, "boolean \"x\" needs \"true\" and \"false\": two strings exactly as in the file")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"boolean\", \"nullable\": false, \"role\": \"feature\", \"true\": \"y\", \"false\": \"y\" }", 2, "boolean \"x\" needs \"true\" and \"false\": two strings exactly as in the file")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"number\", \"nullable\": \"no\", \"role\": \"feature\" }", 2, "true or false is expected here")]
    public void Refuses_a_column(string columns, int line, string message)
    {
        var error = RefusedColumns(columns);
        Assert.Equal((line, message), (error.Line, error.Message));
    }

    [Theory]
    [InlineData("\"dialect\": { \"delimeter\": \";\" }", "\"delimeter\" is not allowed here (did you mean 'delimiter'?); use one of delimiter, quote, escape, decimal, missing, dateFormat")]
    [InlineData("\"profile\": { \"rows\": 1.5 }", "a whole number is expected here")]
    [InlineData("\"profile\": { \"columns\": { \"x\": { \"missing\": 0 } } }", "\"distinct\" is missing here")]
    [InlineData("\"profile\": { \"columns\": { \"x\": { \"missing\": 0, \"distinct\": 1, \"mean\": 1e400 } } }", "a number that fits 64 bits is expected here")]
    [InlineData("\"profile\": { \"columns\": { \"x\": { \"missing\": 0, \"distinct\": 1, \"max\": 1e400 } } }", "a number that fits 64 bits is expected here")]
    [InlineData("\"profile\": { \"columns\": { \"x\": { \"missing\": 0, \"distinct\": 1, \"min\": true } } }", "a string is expected here")]
    public void Refuses_a_part(string part, string message) =>
        Assert.Equal(message, Refused($"{{ \"format\": 1, \"dataset\": \"d\", {part}, \"columns\": [{{ {X} }}] }}").Message);

    /// <summary>Who mends one error is not to learn of the next by another build.</summary>
    [Fact]
    public void Tells_all_that_is_wrong_at_once()
    {
        var error = Refused($$"""
            { "format": 1, "dataset": "d", "newDta": "off",
              "dialect": { "delimeter": ";", "missing": ["-", "-"] },
              "columns": [
                { {{X}}, "minimum": 2, "max": "3" },
                { "name": "y", "property": "Y", "type": "text", "nullable": false, "role": "ignore", "unique": true, "pattern": "(" },
                { "name": "a b", "property": "a b", "type": "float", "nullable": "no", "role": "lable" },
                { "name": "u", "property": "U", "type": "boolean", "nullable": false, "role": "feature", "min": 1, "values": ["a"] },
                { "name": "v", "property": "V", "type": "number", "nullable": false, "role": "label" },
                { "name": "w", "property": "V", "type": "number", "nullable": false, "role": "label" }
              ],
              "rows": { "min": -1, "perFile": { "min": 3, "max": 2 }, "latest": "7 days" },
              "rules": [
                { "name": "r", "sql": "x > 0", "tolerence": 0.1 },
                { "name": "", "sql": "" }
              ],
              "profile": { "rows": 1.5, "columns": { "x": { "missing": 0 }, "y": { "distinct": 0 } } }
            }
            """);

        string[] expected =
            [
                "1: \"newDta\" is not allowed here", "2: \"delimeter\" is not allowed here", "2: \"-\" occurs twice",
                "4: \"minimum\" is not allowed here", "4: a number is expected here",
                "5: \"unique\" would never be checked", "5: the \"pattern\" of \"y\" is no regular expression", "5: \"pattern\" would never be checked",
                "6: \"a b\" is not a C# identifier", "6: \"float\" is not a type", "6: true or false is expected here", "6: \"lable\" is not a role",
                "7: \"min\" applies to number", "7: \"values\" applies to category",
                "9: property \"V\" is used by two columns", "9: \"v\" and \"w\" both have role \"label\"",
                "11: a number of rows is expected here", "11: \"min\" rows of a file are above", "11: \"7 days\" is not a duration",
                "13: \"tolerence\" is not allowed here", "14: a rule needs a name", "14: the rule \"\" is no SQL expression",
                "16: a whole number is expected here", "16: \"distinct\" is missing here", "16: \"missing\" is missing here",
            ];
        Assert.Equal(expected, error.All.Zip(expected, (one, start) => $"{one.Line}: {one.Message}" is var told && told.StartsWith(start, StringComparison.Ordinal) ? start : told));
        Assert.Equal(expected.Length, error.All.Count);
        Assert.Equal((error.All[0].Message, error.All[0].Line, error.All[0].Column), (error.Message, error.Line, error.Column));
    }

    /// <summary>Names are known whatever else is wrong with their columns.</summary>
    [Fact]
    public void Tells_names_that_are_wrong_beside_columns_that_are() => Assert.Equal(
        ["3: \"integr\" is not a type", "4: column \"y\" occurs twice", "4: \"lable\" is not a role", "6: \"z\" is not a column of this contract (did you mean 'x'?)", "6: \"w\" cannot name rows"],
        Refused($$"""
            { "format": 1, "dataset": "d", "columns": [
                { {{X}} },
                { "name": "y", "property": "Y", "type": "integr", "nullable": true, "role": "id" },
                { "name": "y", "property": "Z", "type": "text", "nullable": true, "role": "lable" },
                { "name": "w", "property": "W", "type": "text", "nullable": true, "role": "id" }
              ], "key": ["x", "y", "z", "w"]
            }
            """).All.Select(error => $"{error.Line}: {error.Message.Split("; ")[0].Split(", because")[0].Replace(" (did you mean 'integer'?)", "").Replace(" (did you mean 'label'?)", "")}"));

    /// <summary>What follows from an error is none of its own.</summary>
    [Theory]
    [InlineData("{ \"format\": 2, \"cols\": [], \"dataset\": 3 }")]
    [InlineData("{ \"format\": 1, \"colums\": [], \"dataset\": \"d\", \"key\": [\"x\"], \"rows\": { \"latest\": \"P7D\" } }")]
    [InlineData("{ \"format\": 1, \"dataset\": \"d\", \"columns\": [{ \"name\": \"x\", \"property\": \"X\", \"type\": \"integr\", \"nullable\": false, \"role\": \"id\" }], \"key\": [\"x\"] }")]
    [InlineData("{ \"format\": 1, \"dataset\": \"d\", \"columns\": [{ \"name\": \"x\", \"property\": \"X\", \"type\": \"category\", \"nullable\": false, \"role\": \"id\", \"valus\": [\"a\", \"b\"], \"positive\": \"a\" }] }")]
    [InlineData("{ \"format\": 1, \"dataset\": \"d\", \"columns\": [{ \"name\": \"x\", \"property\": \"X\", \"tpye\": \"number\", \"nullable\": false, \"role\": \"id\", \"min\": 1 }] }")]
    [InlineData("{ \"format\": 1, \"dataset\": \"d\", \"columns\": 3, \"key\": [\"x\"] }")]
    public void Tells_nothing_that_follows_from_it(string text) => Assert.Single(Refused(text).All);

    [Fact]
    public void Tells_a_hundred_at_most() =>
        Assert.Equal(100, RefusedColumns(string.Join(",\n", Enumerable.Range(0, 300).Select(i => $"{{ \"name\": \"x{i}\", \"property\": \"X{i}\", \"type\": \"float\", \"nullable\": false, \"role\": \"id\" }}"))).All.Count);
}
