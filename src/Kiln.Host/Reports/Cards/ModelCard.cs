using System.Text;
using Kiln.Contracts;
using Kiln.Host.Cards;

namespace Kiln.Host.Reports.Cards;

/// <summary>
/// The model card: what people have written, and what the build knows. Headings that only people can fill stay, visibly, open. Holds no time and no
/// machine's paths.
/// </summary>
static class ModelCard
{
    public static string Write(ModelReport report)
    {
        var (text, card) = (new StringBuilder($"# Model card: {MarkdownText.Escape(report.Title)}\n\n"), report.Card);
        text.Append($"{Head(card)}\n");
        if (report.IsRefused)
            text.Append($"\n**Not published**: {(report.GatesMissed ? "a gate" : "an expectation")} is missed.\n");
        CardTables.WriteModel(text.Append('\n'), report);
        if (card.Introduction.Length > 0)
            text.Append($"\n{card.Introduction}\n");
        foreach (var field in CardField.All)
            Section(text, field.Name, card.Find(field) ?? $"> **Open.** {field.Question}");
        foreach (var section in card.Own)
            Section(text, section.Heading, section.Text);
        CardTables.WriteData(text, report);
        CardTables.WriteInputs(text, report);
        CardTables.WriteOutputs(text, report);
        CardMeasurements.Write(text, report);
        if (report.Changes is { } changes)
            ChangesSection.Write(text, changes, "##");
        CardTables.WriteReleases(text, report);
        return text.ToString();
    }

    /// <summary>How much of the card is still to be written, and where.</summary>
    static string Head(Card card)
    {
        var (open, file) = (card.Open, MarkdownText.Code(Path.GetFileName(card.Path)));
        return open.Count == 0 ? $"No field is open. What people have written is from {file}, and the rest from the build."
            : $"**{open.Count} of {Counted.Format(CardField.All.Count, "field")} {(open.Count == 1 ? "is" : "are")} open**: {string.Join(", ", open.Select(field => field.Name))}. "
                + (card.IsThere ? $"Only people can fill {(open.Count == 1 ? "it" : "them")}, in {file}." : $"Only people can fill them: `dotnet build -t:KilnCard` writes {file}.");
    }

    static void Section(StringBuilder text, string heading, string body) => text.Append($"\n## {heading}\n\n{body}\n");
}
