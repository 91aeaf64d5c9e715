using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>What a model cannot tell apart in single precision is told before it is trained, at the column in the contract.</summary>
public class PrecisionTests
{
    static readonly string Days = "day,y\n" + string.Concat(Enumerable.Range(0, 93).Select(i => $"{20240101 + i % 31},{i % 7}\n"));

    [Fact]
    public void Days_as_whole_numbers_are_an_error_with_the_way_out()
    {
        using var project = RoadProject.Ready(Days, RoadProject.Model("DayModel", "days", "y"));
        // What was inferred, which is the way out, and what somebody wrote instead.
        const string Inferred = "\"type\": \"date-time\", \"nullable\": false, \"role\": \"time\", \"dateFormat\": \"%Y%m%d\"";
        const string Written = "\"type\": \"integer\", \"nullable\": false, \"role\": \"feature\"";
        project.ReplaceFirst("data/days.schema.json", Inferred, Written);

        Assert.Matches(
            @"days\.schema\.json\(\d+,1\): error KILN1025: 21 of the 31 different values of 'day' equal another one in single precision.+"
            + @"\(20240103 and 20240104 are both 20240104\).+; .+%Y%m%d.+",
            project.Train().Error);
        Assert.False(File.Exists(Path.Combine(project.Models, "DayModel.onnx")));

        project.ReplaceFirst("data/days.schema.json", Written, Inferred);
        Assert.True(project.Train().Succeeded);
    }

    [Fact]
    public void Whole_numbers_that_only_order_the_rows_are_exact()
    {
        var text = "at,x,y\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{1_735_689_600 + i},{i * 7 % 31},{i % 7}\n"));
        var model = new ModelDefinition
        {
            Name = "DayModel", Type = "App.DayModel", Dataset = "days", Label = "y", Version = "1.0.0", Time = "at", Location = new("DayModel.cs", 3, 2), Ignore = ["at"],
        };
        using var project = RoadProject.Ready(text, model);

        Assert.True(project.Train().Succeeded);
        Assert.Contains("\"heldOut\": 40", File.ReadAllText(Path.Combine(project.Directory, "DayModel.lock.json")));
    }

    [Fact]
    public void Whole_numbers_that_order_the_rows_and_are_not_exact_are_an_error()
    {
        var text = "at,x,y\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i * 1000},{i * 7 % 31},{i % 7}\n"));
        var model = new ModelDefinition
        {
            Name = "DayModel", Type = "App.DayModel", Dataset = "days", Label = "y", Version = "1.0.0", Time = "at", Location = new("DayModel.cs", 3, 2), Ignore = ["at"],
        };
        using var project = RoadProject.Ready(text, model);
        project.AddRow("9007199254740993,1,2");

        Assert.Matches(@"days\.schema\.json\(\d+,1\): error KILN1025: column 'at' orders the rows in time, and whole numbers as large as 9007199254740993 .+; .+", project.Train().Error);
    }

    [Fact]
    public void A_number_beyond_single_precision_is_an_error_at_its_cell_in_feature_and_label()
    {
        var penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));
        foreach (var label in new[] { "species", "bill_length_mm" })
        {
            using var project = RoadProject.Ready(penguins, RoadProject.Model("DayModel", "days", label));
            project.AddRow("Adelie,Torgersen,1e39,18.7,181,3750,male,2007");

            Assert.Matches(@"days\.csv\(346,18\): error KILN1026: '1e39' in column 'bill_length_mm' .+; .+", project.Train().Error);
        }
    }
}
