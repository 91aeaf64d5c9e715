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

    /// <summary>24 of 368 rows are wrong whatever is said of them, so about 5 of 74 that are held out.</summary>
    [Fact]
    public void Equal_rows_with_other_labels_are_told_at_both()
    {
        var warning = Assert.Single(LeakProject.Warnings(Relabelled(24), "species"), line => line.Contains("KILN5008"));

        Assert.StartsWith("data/data.csv(2,1): warning KILN5008: 48 of 368 rows (13 %) equal another one in all inputs and have a different 'species': "
            + "no model can be right about more than 93.5 % of the rows; the first is this one, which says 'Adelie' where data.csv(346) says 'Gentoo': ", warning);
    }

    /// <summary>Of 69 held-out rows, 3.7 may be wrong by chance where a model is right about all there are; these are 0.2, and 2.4.</summary>
    [Theory]
    [InlineData(1, "2 of 345 rows (0.6 %)", "99.7 %")]
    [InlineData(12, "24 of 356 rows (6.7 %)", "96.6 %")]
    public void Too_few_of_them_to_show_in_a_measurement_are_in_the_report_only(int count, string share, string ceiling)
    {
        using var project = LeakProject.Create(Relabelled(count), "species");

        Assert.DoesNotContain(LeakProject.Warnings(project, project.Train()), line => line.Contains("KILN5008"));
        Assert.Contains($"- {share} equal another one in all inputs and have a different 'species': no model can be right about more than {ceiling} of the rows", LeakProject.Report(project));
    }

    /// <summary>Short texts repeat as words do; whoever names a picture so copies no row.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Titles_that_repeat_are_in_the_report_only(bool withArtist)
    {
        var random = new Random(3);
        string[] media = ["Etching on paper", "Oil paint on canvas", "Bronze"];
        var table = $"title,{(withArtist ? "artist," : "")}medium\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
            $"{(i % 4 == 0 ? "Untitled" : $"View of the {(char)('a' + i % 26)}{(char)('a' + i / 26)} river")},{(withArtist ? $"artist {random.Next(40)}," : "")}{media[random.Next(3)]}\n"));
        using var project = LeakProject.Create(table, "medium");

        Assert.DoesNotContain(LeakProject.Warnings(project, project.Train()), line => line.Contains("KILN5007"));
        Assert.Matches(@"- \d+ of the \d+ held-out rows equal a training row in all inputs and the label: the metrics apply to data that repeats itself as much", LeakProject.Report(project));
    }

    /// <summary>That many rows once more, each with another label.</summary>
    static string Relabelled(int count) =>
        string.Join('\n', [.. Penguins, .. Penguins.Skip(1).Take(count).Select(row => row.Replace("Adelie", "Gentoo"))]) + "\n";

    /// <summary>Every fifth row twice.</summary>
    static string Copied(Func<string, string> write) => string.Join('\n', [.. Penguins, .. Penguins.Skip(1).Where((_, row) => row % 5 == 0).Select(write)]) + "\n";
}
