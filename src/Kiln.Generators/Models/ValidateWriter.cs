using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes what holds an input against the contract: what one value of training data may not be, no input may be.</summary>
static class ValidateWriter
{
    const string Found = "global::Kiln.Validation.InputViolations";
    const string Violations = "global::System.Collections.Generic.IReadOnlyList<global::Kiln.Validation.Violation>";

    public static void Write(SourceWriter writer, ModelTypes types)
    {
        writer.Line().Summary("Holds an input against the contract: missing values, bounds, lengths, patterns and the values of categories.");
        writer.Doc("param name=\"input\"", "The row.");
        writer.Doc("param name=\"violations\"", "Receives what the contract does not allow, in its order; empty when all is well, and then nothing is allocated.");
        writer.Doc("returns", "Whether the contract allows it.");
        writer.Generated();
        writer.Open($"public static bool TryValidate(in Input input, out {Violations} violations)");
        Validate(writer, types, "input");
        writer.Close();
    }

    /// <summary>The same for code that does not know the model, in the input. No member of it is called by its name: a column may have that.</summary>
    public static void Input(SourceWriter writer, ModelTypes types)
    {
        writer.Line().Open($"bool global::Kiln.Validation.IValidatedInput.TryValidate(out {Violations} violations)");
        Validate(writer, types, "this");
        writer.Close();
    }

    static void Validate(SourceWriter writer, ModelTypes types, string input)
    {
        writer.Line($"var found = new {Found}({Literal.Format(types.Model.Name)}, false);");
        writer.Line($"__Check(in {input}, ref found);");
        writer.Line("violations = found.All;");
        writer.Line("return violations.Count == 0;");
    }

    public static void Rules(SourceWriter writer, ModelTypes types)
    {
        writer.Line().Generated().Open("void __Guard(in Input input, int? row = null)");
        writer.Line($"var found = new {Found}({Literal.Format(types.Model.Name)}, __onViolation == global::Kiln.Validation.OnViolation.Count);");
        writer.Line("__Check(in input, ref found);");
        writer.Line("found.ThrowIfAny(row);").Close();

        (string Type, string Arguments, string Value)[] rules =
            [.. types.Shape.Features.Where(IsStrict).SelectMany(column => RulesOf(column).Select(rule => (rule.Type, rule.Arguments, types.InputNames[column])))];
        writer.Line().Generated().Open($"static void __Check(in Input input, ref {Found} found)");
        for (var i = 0; i < rules.Length; i++)
            writer.Line($"__Rules.Rule{i}.Check(input.{rules[i].Value}, ref found);");
        writer.Close();

        writer.Line().Generated().Open("static class __Rules");
        for (var i = 0; i < rules.Length; i++)
            writer.Line($"internal static readonly global::Kiln.Validation.{rules[i].Type} Rule{i} = new global::Kiln.Validation.{rules[i].Type}({rules[i].Arguments});");
        writer.Close();
    }

    /// <summary>Whether a single value that breaks the column's rules fails the build.</summary>
    public static bool IsStrict(Column column) => column is { Severity: Severity.Error, Tolerance: 0 };

    static IEnumerable<(string Type, string Arguments)> RulesOf(Column column)
    {
        var start = $"{Literal.Format(column.Name)}, {Bool(column.Classification is not null)}, ";
        var nullable = Bool(column.Nullable);
        switch (column.Type)
        {
            case ColumnType.Boolean:
                break;
            case ColumnType.DateTime:
                yield return ("DateRule", $"{start}{nullable}, {Ticks(column.Earliest ?? DateTime.MinValue)}, {Ticks(column.Latest ?? DateTime.MaxValue)}");
                break;
            case ColumnType.Number or ColumnType.Integer:
                yield return ("NumberRule", $"{start}{nullable}{Bound("min", column.Min)}{Bound("max", column.Max)}");
                break;
            default:
                var closed = column is { Type: ColumnType.Category, Open: false };
                var values = closed ? $", values: new string[] {{ {string.Join(", ", column.Values.Select(Literal.Format))} }}" : "";
                yield return ("TextRule", $"{start}{nullable}{Bound("minLength", column.MinLength)}{Bound("maxLength", column.MaxLength)}{values}");
                if (column.Pattern is { } pattern)
                    yield return ("PatternRule", $"{start}{Literal.Format(pattern)}");
                break;
        }
    }

    static string Bool(bool value) => value ? "true" : "false";

    static string Ticks(DateTime date) => date.Ticks.ToString(CultureInfo.InvariantCulture) + "L";

    static string Bound(string name, double? bound) => bound is { } value ? $", {name}: {value.ToString("R", CultureInfo.InvariantCulture)}{(bound % 1 == 0 ? "d" : "")}" : "";

    static string Bound(string name, int? bound) => bound is { } value ? $", {name}: {value.ToString(CultureInfo.InvariantCulture)}" : "";
}
