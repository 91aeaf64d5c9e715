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
    [InlineData("{ " + X + ", \"minimum\": 2 }", 2, "\"minimum\" is not allowed here; use one of name, property, type, nullable, role, unit, description, min, max, values, classes, true, false, positive, missing, dateFormat, decimal, thousands, symbols, trim, open, maxMissing, unique, pattern, minLength, maxLength, classification, availability, tolerance, severity")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"category\", \"nullable\": false, \"role\": \"feature\", \"values\": [\"spam\", \"nonspam\"], \"positive\": \"Spam\" }", 2, "\"Spam\" is not a value of \"x\" (did you mean 'spam'?); \"positive\" names one of its two values")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"integer\", \"nullable\": false, \"role\": \"feature\", \"classes\": [3, 3.0] }", 2, "3.0 occurs twice")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"text\", \"nullable\": false, \"role\": \"feature\", \"classes\": [3] }", 2, "\"classes\" applies to number and integer columns, but \"x\" is a text; write \"values\" for a category")]
    [InlineData("{ \"name\": \"x\", \"property\": \"" + LongName + "\", \"type\": \"number\", \"nullable\": false, \"role\": \"feature\" }", 2, "\"A1234567890123456789012345678901…\" has 260 characters, which is too long for the compiler; use at most 256")]
    [InlineData("{ \"name\": \"x\", \"property\": \"a b\", \"type\": \"number\", \"nullable\": false, \"role\": \"feature\" }", 2, "\"a b\" is not a C# identifier")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"float\", \"nullable\": false, \"role\": \"feature\" }", 2, "\"float\" is not a type; use one of number, integer, boolean, category, text, date-time")]
    [InlineData("{ \"name\": \"x\", \"property\": \"X\", \"type\": \"number\", \"nullable\": false, \"role\": \"lable\" }", 2, "\"lable\" is not a role (did you mean 'label'?); use one of feature, label, id, ignore, time, group")]
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
}
