using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;

namespace Kiln.Road.Tests;

/// <summary>A search for settings is a decision that is written once, reviewed, and repeated by every build.</summary>
public class TuneTests
{
    /// <summary>A product of two inputs with so much noise that the default's trees follow it too far.</summary>
    static readonly string Noisy = Rows(600, (x, y, chance) => FormattableString.Invariant($"{x * y + 0.8 * (chance - 0.5):0.0000}"));

    static string Rows(int count, Func<double, double, double, string> label)
    {
        var random = new Random(5);
        return "id,x,y,z,price\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
        {
            var (x, y, z, chance) = (random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble());
            return FormattableString.Invariant($"r{i},{x:0.0000},{y:0.0000},{z:0.0000},{label(x, y, chance)}\n");
        }));
    }

    static ModelDefinition Model(string? tune, string trainer = "LightGbm") => new()
    {
        Name = "PriceModel", Type = "App.PriceModel", Dataset = "data", Label = "price", Version = "1.0.0", Location = new("PriceModel.cs", 3, 2), Tune = tune, Trainer = trainer,
    };

    static string Path(RoadProject project) => System.IO.Path.Combine(project.Directory, "PriceModel.tuning.json");

    static Tuning Read(RoadProject project) => TuningJson.Read(File.ReadAllText(Path(project)));

    static string Train(RoadProject project)
    {
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        return result.Output;
    }

    [Fact]
    public void The_first_build_searches_and_every_other_one_trains_as_that_decided()
    {
        using var project = RoadProject.Ready(Noisy, Model("12"));
        var first = Train(project);
        var (tuning, onnx, text) = (Read(project), project.Onnx("PriceModel"), File.ReadAllText(Path(project)));

        Assert.Contains("PriceModel: searching for better settings, 12 trials\n", first, StringComparison.Ordinal);
        Assert.Contains("PriceModel.tuning.json(1,1): warning KILN3016: a search looked for settings of 'PriceModel', and builds will not search again: chosen of 12 trials: ", first, StringComparison.Ordinal);
        Assert.Equal(12, tuning.Trials.Count);
        Assert.NotNull(tuning.Chosen);
        Assert.True(tuning.Score.Low > 0 && tuning.Score.Best < tuning.Score.Default);
        Assert.Equal(tuning.Chosen.Leaves, project.Lock("PriceModel").Boosting!.Leaves);
        Assert.Equal(tuning.Chosen.Fingerprint, project.Lock("PriceModel").Tuning);
        Assert.Contains($"grown as PriceModel.tuning.json says: {tuning.Chosen}\n", first, StringComparison.Ordinal);
        Assert.Contains("nothing to do", Train(project), StringComparison.Ordinal);

        // Without Tune, and without anything that an earlier build left.
        project.Compile(Model(null));
        Directory.Delete(System.IO.Path.Combine(project.Directory, "obj", "cache"), recursive: true);
        Directory.Delete(System.IO.Path.Combine(project.Directory, "obj", "kiln"), recursive: true);
        Assert.DoesNotContain("searching", Train(project), StringComparison.Ordinal);
        Assert.Equal(onnx, project.Onnx("PriceModel"));
        Assert.Equal(text, File.ReadAllText(Path(project)));
    }

    [Fact]
    public void As_many_trials_find_the_same_again()
    {
        using var project = RoadProject.Ready(Noisy, Model("14"));
        Train(project);
        var text = File.ReadAllText(Path(project));
        File.Delete(Path(project));
        var again = project.Tune();

        Assert.True(again.Succeeded, again.Output);
        Assert.Contains("searching for better settings", again.Output, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Path(project)));
    }

    /// <summary>A shorter search than the one before knows what that has found.</summary>
    [Fact]
    public void What_was_chosen_is_tried_again()
    {
        using var project = RoadProject.Ready(Noisy, Model("20"));
        Train(project);
        var before = Read(project);
        project.Compile(Model("2"));
        Assert.True(project.Tune().Succeeded);

        Assert.Equal(before.Chosen, Read(project).Trials[1].Settings);
        Assert.Equal(before.Chosen, Read(project).Chosen);
        Assert.Equal(before.Score.Best, Read(project).Score.Best);
    }

    /// <summary>A label by chance: whatever is best is best by luck.</summary>
    [Fact]
    public void Where_nothing_is_sure_to_be_better_the_default_stays()
    {
        using var plain = RoadProject.Ready(Rows(400, (_, _, chance) => chance < 0.5 ? "yes" : "no"), Model(null));
        Train(plain);
        using var project = RoadProject.Ready(Rows(400, (_, _, chance) => chance < 0.5 ? "yes" : "no"), Model("3"));
        var output = Train(project);

        Assert.Contains("the default settings stay: none of 3 trials is sure to be better; LogLoss of the best ", output, StringComparison.Ordinal);
        Assert.Null(Read(project).Chosen);
        Assert.Null(project.Lock("PriceModel").Tuning);
        Assert.Equal(plain.Onnx("PriceModel"), project.Onnx("PriceModel"));
        Assert.DoesNotContain("searching", Train(project), StringComparison.Ordinal);

        project.AddRow("r400,0.5,0.5,0.5,yes");
        Assert.Contains("default settings, as PriceModel.tuning.json says; that was decided on other rows, -t:KilnTune searches again\n", Train(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Edited_and_removed_settings_train_again_and_the_log_says_why()
    {
        using var project = RoadProject.Ready(Noisy, Model("10"));
        Train(project);
        var before = project.Onnx("PriceModel");
        project.Compile(Model(null));
        project.ReplaceFirst("PriceModel.tuning.json", $"\"leaves\": {Read(project).Chosen!.Leaves}", "\"leaves\": 5");
        var edited = Train(project);

        Assert.Contains("trained, because its tuned settings changed", edited, StringComparison.Ordinal);
        Assert.Equal(5, project.Lock("PriceModel").Boosting!.Leaves);

        File.Delete(Path(project));
        Assert.Contains("trained, because its tuned settings changed", Train(project), StringComparison.Ordinal);
        Assert.Null(project.Lock("PriceModel").Tuning);
        Assert.NotEqual(before, project.Onnx("PriceModel"));
    }

    [Theory]
    [InlineData("\"rowShare\": ", "\"rowShare\": 3", "a share from 0 to 1 is expected here")]
    [InlineData("\"learningRate\": ", "\"learningRate\": -", "a number from 0.001 to 1 is expected here")]
    [InlineData("\"leaves\": ", "\"leaves\": -", "a whole number from 2 to 4096 is expected here")]
    [InlineData("\"chosen\": ", "\"chose\": ", "\"chose\" is not allowed here")]
    [InlineData("\"format\": 1", "\"format\": 2", "this file has format 2")]
    public void Settings_that_cannot_be_are_told_where_they_stand(string text, string replacement, string problem)
    {
        using var project = RoadProject.Ready(Noisy, Model("10"));
        Train(project);
        project.ReplaceFirst("PriceModel.tuning.json", text, replacement);
        var result = project.Train();

        Assert.False(result.Succeeded);
        Assert.Matches($@"^{System.Text.RegularExpressions.Regex.Escape(Path(project))}\(\d+,\d+\): error KILN3015: .*{System.Text.RegularExpressions.Regex.Escape(problem)}", result.Output);
    }

    [Fact]
    public void A_locked_build_trains_as_decided_and_decides_nothing()
    {
        using var project = RoadProject.Ready(Noisy, Model(null));
        Train(project);
        project.Compile(Model("3"));
        var refused = project.Train(locked: true);

        Assert.False(refused.Succeeded);
        Assert.Contains("PriceModel.cs(3,2): error KILN3003: the build is locked and may not search for settings of 'PriceModel', and PriceModel.tuning.json is not there", refused.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path(project)));

        Train(project);
        Assert.True(project.Train(locked: true).Succeeded);
        Assert.Contains("may not search for settings of 'PriceModel', which -t:KilnTune does; ", project.Tune(locked: true).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_rows_are_not_searched_with_and_that_is_said()
    {
        using var project = RoadProject.Ready(Rows(40, (x, _, _) => FormattableString.Invariant($"{x:0.0000}")), Model("5"));
        var output = Train(project);

        Assert.Matches("PriceModel: no search, the default settings stay: 3\\d training rows cannot tell settings apart\n", output);
        Assert.False(File.Exists(Path(project)));
    }

    [Fact]
    public void Where_there_is_nothing_to_search_that_is_said()
    {
        using var project = RoadProject.Ready(Noisy, Model(null, trainer: "Linear"));
        var result = project.Tune();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("PriceModel: nothing to search: Trainer.Linear has no settings\n", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path(project)));
    }
}
