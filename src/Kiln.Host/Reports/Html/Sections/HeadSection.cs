using Kiln.Host.Cards;
using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>What the model is, what became of it in this build, and how its gates and expectations stand.</summary>
static class HeadSection
{
    public static void Write(Markup page, ModelReport report)
    {
        var (plan, shape) = (report.Plan, report.Plan.Shape);
        page.Open("header").Open("p").Leaf("a", "All models", ("href", "report.html")).Close().Leaf("h1", report.Title);
        Verdicts(page, report);
        page.Open("dl", ("class", "facts"));
        if (report.Table.FirstOrDefault() is [var metric, var value, var interval, ..])
            Fact(page, metric, interval == "n/a" ? value : $"{value} ({interval})");
        Fact(page, "Task", TaskName.Of(shape.Task));
        if (shape.LabelColumn is { } label)
            Fact(page, "Label", label.Name + (label.Unit is { } unit ? $" ({unit})" : ""));
        Fact(page, "Dataset", plan.Dataset.Name);
        Fact(page, "Rows", report.Rows);
        Fact(page, "This build", report.Reason);
        if (report.Due is { } due)
            Fact(page, "Version", due);
        if (report.Card is { IsThere: true, Open.Count: var open })
            Fact(page, "Model card", open == 0 ? "no field is open" : $"{open} of {CardField.All.Count} fields are open");
        page.Close().Close();
    }

    /// <summary>Also in the index.</summary>
    public static void Verdicts(Markup page, ModelReport report)
    {
        page.Open("ul", ("class", "verdicts"));
        foreach (var row in report.Table.Where(row => row[^1].Length > 0))
            page.Leaf("li", $"{Sign(Word(row[^1]))} {row[0]} {row[^1]}", ("class", Word(row[^1])));
        if (report.Plan.Definition.Gates.Count == 0)
            page.Leaf("li", "no gates", ("class", "soft"));
        foreach (var row in ExpectationTable.Rows(report))
            page.Leaf("li", $"{Sign(row[^1])} {row[0]} {row[^1]}", ("class", row[^1]));
        if (report.IsRefused)
            page.Leaf("li", "not published", ("class", "missed"));
        page.Close();
    }

    /// <summary>The worst of what the row's gates came to, which may be of a metric or of it in each value of a column.</summary>
    static string Word(string verdicts) => new[] { "missed", "undecided" }.FirstOrDefault(word => verdicts.Contains(word, StringComparison.Ordinal)) ?? "met";

    /// <summary>Colour is not all that tells them apart.</summary>
    static string Sign(string word) => word switch { "met" => "✓", "missed" => "✗", _ => "?" };

    static void Fact(Markup page, string name, string value) => page.Open("div").Leaf("dt", name).Leaf("dd", value).Close();
}
