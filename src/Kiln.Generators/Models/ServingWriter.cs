using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes what services need that do not know a model's types: where its files are, what it reads, and rows and answers in JSON.</summary>
static class ServingWriter
{
    const string Serving = "global::Kiln.Serving.";

    /// <summary>What the class implements for it.</summary>
    public static string Interfaces(ModelTypes types) => $"{Serving}ILoadable<{types.Class}>, {Serving}IServedModel";

    public static void Write(SourceWriter writer, ModelTypes types)
    {
        writer.Line().Generated().Line($"static string {Serving}ILoadable<{types.Class}>.FileName => {Literal.Format(ModelFileName.Format(types.Model.Type))};");
        writer.Line().Generated().Line($"{Serving}ModelSchema {Serving}IServedModel.Schema => __Served.Schema;");
        writer.Line().Generated().Open($"bool {Serving}IServedModel.TryAnswer({Serving}JsonRow row, global::System.Text.Json.Utf8JsonWriter answer)");
        writer.Open("var input = new Input");
        for (var i = 0; i < types.Shape.Features.Count; i++)
            writer.Line($"{types.InputNames[types.Shape.Features[i]]} = row.{Reader(types.Shape.Features[i])}({i}),");
        writer.Close(";");
        writer.Line("TryValidate(in input, out var violations);").Line("row.Add(violations);");
        writer.Line("if (row.Errors.Count > 0)").Line("    return false;");
        writer.Line("var prediction = Predict(in input);");
        writer.Line("answer.WriteStartObject();");
        foreach (var line in Answer(types))
            writer.Line(line);
        writer.Line("answer.WriteEndObject();").Line("return true;").Close();
        Schema(writer, types);
    }

    static string Reader(Column column) => column.Type switch
    {
        ColumnType.Number => "Number",
        ColumnType.Integer => "Integer",
        ColumnType.Boolean => "Boolean",
        ColumnType.DateTime => "Date",
        _ => "Text",
    } + (column.Nullable ? "OrMissing" : "");

    static IEnumerable<string> Answer(ModelTypes types) => types.Shape.Task switch
    {
        TaskKind.BinaryClassification => [Label(types), Number("Probability"), Number("Score")],
        TaskKind.MulticlassClassification =>
        [
            Label(types), Number("Probability"), "answer.WriteStartObject(\"probabilities\");",
            .. types.EnumMembers.Zip(types.Shape.Classes, (member, name) =>
                $"{Serving}JsonAnswer.Write(answer, {Literal.Format(name)}, prediction.ProbabilityOf({types.Enum}.{member}));"),
            "answer.WriteEndObject();",
        ],
        TaskKind.Clustering => ["answer.WriteNumber(\"cluster\", prediction.Cluster);", Number("Distance")],
        TaskKind.AnomalyDetection => ["answer.WriteBoolean(\"isAnomaly\", prediction.IsAnomaly);", Number("Score")],
        TaskKind.Regression when types.Shape.Interval is not null => [Number("Score"), Number("Low"), Number("High")],
        _ => [Number("Score")],
    };

    static string Label(ModelTypes types) => types.Shape.IsTrueOrFalse
        ? "answer.WriteBoolean(\"predictedLabel\", prediction.PredictedLabel);"
        : "answer.WriteString(\"predictedLabel\", NameOf(prediction.PredictedLabel));";

    static string Number(string property) =>
        $"{Serving}JsonAnswer.Write(answer, \"{char.ToLowerInvariant(property[0])}{property.Substring(1)}\", prediction.{property});";

    /// <summary>In a class of its own, so that it is made when it is asked for.</summary>
    static void Schema(SourceWriter writer, ModelTypes types)
    {
        var hasNamedClasses = types.Shape.Task is TaskKind.BinaryClassification or TaskKind.MulticlassClassification && !types.Shape.IsTrueOrFalse;
        writer.Line().Generated().Open("static class __Served");
        writer.Line($"internal static readonly {Serving}ModelSchema Schema = new {Serving}ModelSchema(");
        writer.Line($"    new {Serving}InputColumn[]").Line("    {");
        foreach (var column in types.Shape.Features)
            writer.Line($"        {Column(column, types.InputNames[column])},");
        writer.Line("    },");
        writer.Line($"    {Strings(hasNamedClasses ? types.Shape.Classes : [])});").Close();
    }

    static string Column(Column column, string property)
    {
        var kind = column.Type switch
        {
            ColumnType.Number => "Number",
            ColumnType.Integer => "Integer",
            ColumnType.Boolean => "Boolean",
            ColumnType.DateTime => "Date",
            _ => "Text",
        };
        var facts = string.Join(", ", Facts(column));
        return $"new {Serving}InputColumn({Literal.Format(column.Name)}, {Literal.Format(property.TrimStart('@'))}, {Serving}ColumnKind.{kind}, {(column.Nullable ? "false" : "true")})"
            + (facts.Length > 0 ? $" {{ {facts} }}" : "");
    }

    /// <summary>What is not checked of an input is not said of it either.</summary>
    static IEnumerable<string> Facts(Column column)
    {
        // A description of the service is read by more people than the contract is.
        if (column.Classification is not null)
            yield break;
        if (ValidateWriter.IsStrict(column))
        {
            if (column.Min is { } min)
                yield return $"Min = {Double(min)}";
            if (column.Max is { } max)
                yield return $"Max = {Double(max)}";
            if (column.Earliest is { } earliest)
                yield return $"Earliest = {Date(earliest)}";
            if (column.Latest is { } latest)
                yield return $"Latest = {Date(latest)}";
            if (column.MinLength is { } minLength)
                yield return $"MinLength = {minLength.ToString(CultureInfo.InvariantCulture)}";
            if (column.MaxLength is { } maxLength)
                yield return $"MaxLength = {maxLength.ToString(CultureInfo.InvariantCulture)}";
            if (column.Pattern is { } pattern)
                yield return $"Pattern = {Literal.Format(pattern)}";
        }
        if (column.Type == ColumnType.Category)
        {
            yield return $"Values = {Strings(column.Values)}";
            if (column.Open || !ValidateWriter.IsStrict(column))
                yield return "IsOpen = true";
        }
        if (!string.IsNullOrWhiteSpace(column.Unit))
            yield return $"Unit = {Literal.Format(column.Unit!)}";
        if (!string.IsNullOrWhiteSpace(column.Description))
            yield return $"Description = {Literal.Format(column.Description!.Trim())}";
    }

    static string Strings(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? "global::System.Array.Empty<string>()" : $"new string[] {{ {string.Join(", ", texts.Select(Literal.Format))} }}";

    static string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "d";

    static string Date(DateTime date) => $"new global::System.DateTime({date.Ticks.ToString(CultureInfo.InvariantCulture)}L)";
}
