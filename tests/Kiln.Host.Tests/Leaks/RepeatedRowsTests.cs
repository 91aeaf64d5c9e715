namespace Kiln.Host.Tests.Leaks;

public class RepeatedRowsTests
{
    static readonly string[] Penguins = LeakProject.Read("Files", "penguins.csv").TrimEnd('\n').Split('\n');

    [Fact]
    public void Copied_rows_are_told_at_the_first_that_is_held_out()
    {
        var warning = Assert.Single(LeakProject.Warnings(Copied(row => row), "species"));

        Assert.Matches(@"^data/data\.csv\(\d+,1\): warning KILN5007: \d+ of the \d+ held-out rows equal a training row in all inputs and the label "
            + @"\(\d+(\.\d)? %; this is the first\)", warning);
    }

    [Fact]
    public void A_copy_in_other_letters_is_a_copy()
    {
        var table = Copied(row => row.Replace("male", "MALE").Replace("Biscoe", "biscoe"));

        Assert.Single(LeakProject.Warnings(table, "species"), line => line.Contains("KILN5007"));
    }

    [Fact]
    public void Rows_that_repeat_by_chance_are_in_the_report_only()
    {
        using var project = LeakProject.Create(LeakProject.Read("Wild", "few-distinct.csv"), "left");

        Assert.Empty(LeakProject.Warnings(project, project.Train()));
        var report = LeakProject.Report(project);
        Assert.Matches(@"- \d+ of the \d+ held-out rows equal a training row in all inputs and the label: the metrics apply to data that repeats itself as much", report);
        Assert.Matches(@"- [\d,]+ of 2,000 rows \(\d+(\.\d)? %\) equal another one in all inputs and have a different 'left': "
            + @"no model can be right about more than \d+(\.\d)? % of the rows", report);
    }

    [Fact]
    public void Equal_rows_with_other_labels_are_told_at_both()
    {
        var table = string.Join('\n', [.. Penguins, Penguins[10].Replace("Adelie", "Gentoo")]) + "\n";

        var warning = Assert.Single(LeakProject.Warnings(table, "species"), line => line.Contains("KILN5008"));

        Assert.StartsWith("data/data.csv(11,1): warning KILN5008: 2 of 345 rows (0.6 %) equal another one in all inputs and have a different 'species': "
            + "no model can be right about more than 99.7 % of the rows; the first is this one, which says 'Adelie' where data.csv(346) says 'Gentoo': ", warning);
    }

    /// <summary>Every fifth row twice.</summary>
    static string Copied(Func<string, string> write) => string.Join('\n', [.. Penguins, .. Penguins.Skip(1).Where((_, row) => row % 5 == 0).Select(write)]) + "\n";
}
