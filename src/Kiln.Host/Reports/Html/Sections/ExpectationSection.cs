using Kiln.Host.Reports.Html.Drawing;

namespace Kiln.Host.Reports.Html.Sections;

/// <summary>What is expected of the score when one column is varied, and what it does.</summary>
static class ExpectationSection
{
    public static IEnumerable<Section> Of(ModelReport report)
    {
        if (report.Expectations.Count > 0)
            yield return new("expectations", "Expectations", page =>
            {
                page.Leaf("p", "What the score does when one column of held-out rows is given the values of training rows in turn, through the predictor that ships. "
                    + "Worst is how far it goes the wrong way at most, in its own unit.");
                Grid.Write(page, "Expectations", ExpectationTable.Columns, ExpectationTable.Rows(report), 1..4);
            });
    }
}
