using System.Text;
using Kiln.Contracts.Data;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Host.Incremental;

namespace Kiln.Host.Reports.Cards;

/// <summary>What a model is made of, as tables of its card.</summary>
static class CardTables
{
    public static void WriteModel(StringBuilder text, ModelReport report)
    {
        var (plan, shape) = (report.Plan, report.Plan.Shape);
        List<string[]> facts =
        [
            ["Version", plan.InformationalVersion],
            ["Released", ReleasedAs.Find(report) is { } release ? release.Provenance?.Date ?? "yes" : "no"],
            ["Task", TaskName.Of(shape.Task) + (shape.LabelColumn is { } label ? $" of {label.Name}{Unit(label)}" : "")],
            ["Trainer", $"{LearnedBy.Text(report)} ({Tool.Version})"],
            ["Dataset", $"{plan.Dataset.Name}; {report.Rows}"],
            ["ONNX file", $"SHA-256 {report.Model.OnnxHash}"],
        ];
        MarkdownTable.Write(text, ["", ""], facts, ..0);
    }

    public static void WriteData(StringBuilder text, ModelReport report)
    {
        text.Append($"\n## Data\n\nSHA-256 of the rows: `{report.Plan.Data.Hash}`. {MarkdownText.Escape(report.Rows)}.\n");
        if (report.Plan.ShownPartitions is { Count: > 0 } partitions)
            MarkdownTable.Write(text.Append('\n'), ["file", "rows", "from", "to"],
                partitions.Select(partition => (string[])[partition.Name, Numbers.Text(partition.Rows), partition.From ?? "–", partition.To ?? "–"]), 1..2);
        if (report.Plan.Contract.Classified.ToList() is { Count: > 0 } classified)
            text.Append($"\nClassified columns: {string.Join(", ", classified.Select(name => $"{MarkdownText.Code(name)} ({Words.Format(report.Plan.Contract.Find(name)!.Classification!.Value)})"))}.\n");
    }

    public static void WriteInputs(StringBuilder text, ModelReport report) => MarkdownTable.Write(text.Append("\n## Inputs\n\n"), ["column", "type", "unit", "may be missing", "description"],
        report.Plan.Shape.Features.Select(column => (string[])[column.Name, Words.Format(column.Type), column.Unit ?? "", column.Nullable ? "yes" : "no", column.Description ?? ""]), ..0);

    public static void WriteOutputs(StringBuilder text, ModelReport report)
    {
        MarkdownTable.Write(text.Append("\n## Outputs\n\n"), ["property", "type", "unit"], report.Plan.Content(null, null).Outputs.Select(output => (string[])
            [output.Name, output.Type, report.Plan.Shape.Task == TaskKind.Regression ? report.Plan.Shape.Label.Unit ?? "" : ""]), ..0);
        if (report.Model.Threshold is { } threshold)
            text.Append($"\nDecided from {Numbers.Text(threshold)} on.\n");
    }

    public static void WriteReleases(StringBuilder text, ModelReport report)
    {
        if (report.Released.Count == 0)
            return;
        var metric = MetricFacts.List(report.Plan.Shape)[0];
        MarkdownTable.Write(text.Append("\n## Releases\n\n"), ["version", "date", metric, "rows trained", "rows held out", "commit"], report.Released.Select(release => (string[])
        [
            release.Version, release.Provenance?.Date ?? "–", Numbers.Text(release.Metrics.FirstOrDefault(one => one.Key == metric).Value ?? new MetricValue(double.NaN, double.NaN, double.NaN)),
            release.Provenance is { } trained ? Numbers.Text(trained.TrainingRows) : "–", release.Provenance is { } measured ? Numbers.Text(measured.HeldOutRows) : "–",
            release.Provenance?.Commit ?? "–",
        ]), 2..5);
    }

    static string Unit(Column column) => column.Unit is { } unit ? $" ({unit})" : "";
}
