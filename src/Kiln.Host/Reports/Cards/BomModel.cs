using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Host.Cards;

namespace Kiln.Host.Reports.Cards;

/// <summary>The model as a component of its bill of materials.</summary>
static class BomModel
{
    public const string Reference = "model";

    public static void Write(JsonWriter json, ModelReport report)
    {
        var (plan, card) = (report.Plan, report.Card);
        json.Object();
        json.Name("type").Value("machine-learning-model").Name("bom-ref").Value(Reference);
        if (card.Find(CardField.Owner) is { } owner)
            json.Name("publisher").Value(owner);
        json.Name("name").Value(plan.Definition.Type).Name("version").Value(plan.InformationalVersion);
        if (card.Introduction.Length > 0)
            json.Name("description").Value(card.Introduction);
        json.Name("hashes").Array(oneLine: true).Object().Name("alg").Value("SHA-256").Name("content").Value(report.Model.OnnxHash).End().End();
        json.Name("modelCard").Object();
        WriteParameters(json.Name("modelParameters"), report);
        json.Name("quantitativeAnalysis").Object().Name("performanceMetrics").Array();
        foreach (var (metric, value) in report.Model.Metrics)
            WriteMetric(json, metric, value, null);
        foreach (var sliced in report.Slices)
            foreach (var slice in sliced.Values)
                WriteMetric(json, sliced.Metric, slice.Metric, $"{sliced.Column}={slice.Name}");
        json.End().End();
        WriteConsiderations(json.Name("considerations"), card);
        json.End();
        BomProperties.Write(json, report);
        json.End();
    }

    static void WriteParameters(JsonWriter json, ModelReport report)
    {
        var (plan, shape) = (report.Plan, report.Plan.Shape);
        json.Object();
        json.Name("approach").Object(oneLine: true).Name("type").Value(shape.LearnsFromLabel ? "supervised" : "unsupervised").End();
        json.Name("task").Value(TaskName.Of(shape.Task));
        json.Name("modelArchitecture").Value(LearnedBy.Text(report));
        json.Name("datasets").Array(oneLine: true).Object().Name("ref").Value(BomData.Reference).End().End();
        json.Name("inputs").Array();
        foreach (var column in shape.Features)
            WriteFormat(json, $"{column.Name}: {Words.Format(column.Type)}{(column.Unit is { } unit ? $" ({unit})" : "")}{(column.Nullable ? ", may be missing" : "")}");
        json.End();
        json.Name("outputs").Array();
        foreach (var output in plan.Content(null, null).Outputs)
            WriteFormat(json, $"{output.Name}: {output.Type}{(shape.Task == TaskKind.Regression && shape.Label.Unit is { } unit ? $" ({unit})" : "")}");
        json.End();
        json.End();
    }

    static void WriteFormat(JsonWriter json, string format) => json.Object(oneLine: true).Name("format").Value(format).End();

    static void WriteMetric(JsonWriter json, string metric, MetricValue value, string? slice)
    {
        if (!value.IsDefined)
            return;
        json.Object(oneLine: true).Name("type").Value(metric).Name("value").Value(Text(value.Value));
        if (slice is not null)
            json.Name("slice").Value(slice);
        if (value.HasInterval)
            json.Name("confidenceInterval").Object().Name("lowerBound").Value(Text(value.Low)).Name("upperBound").Value(Text(value.High)).End();
        json.End();
    }

    /// <summary>What is open is left out: the standard has no word for it, and the card's count is among the properties.</summary>
    static void WriteConsiderations(JsonWriter json, Card card)
    {
        json.Object();
        WriteTexts(json, "users", card.Find(CardField.Users));
        WriteTexts(json, "useCases", card.Find(CardField.Purpose));
        WriteTexts(json, "technicalLimitations", card.Find(CardField.Limits));
        if (card.Find(CardField.Ethics) is { } ethics)
            json.Name("ethicalConsiderations").Array(oneLine: true).Object().Name("name").Value(ethics).End().End();
        json.End();
    }

    static void WriteTexts(JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.Name(name).Strings([text]);
    }

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
