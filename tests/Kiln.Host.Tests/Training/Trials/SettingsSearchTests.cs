using Kiln.Contracts.Tunings;
using Kiln.Host.Training;
using Kiln.Host.Training.Trials;
using Kiln.Testing;
using Microsoft.ML;

namespace Kiln.Host.Tests.Training.Trials;

public class SettingsSearchTests
{
    const int Most = 12;

    [Fact]
    public void As_many_trials_find_the_same_side_by_side_or_one_after_the_other() =>
        Assert.Equal(Settings(Search(Most, atOnce: 1)), Settings(Search(Most, atOnce: 2)));

    /// <summary>Its process is killed twenty times, each time somewhere else, mostly in the middle of a line.</summary>
    [Fact]
    public void A_search_that_was_killed_goes_on_where_it_was()
    {
        using var folder = new DataFolder();
        var path = Path.Combine(folder.Root, "journal");
        var whole = Search(Most, atOnce: 1);
        Search(Most, atOnce: 1, path);
        var journal = File.ReadAllBytes(path);
        var random = new Random(3);
        for (var kill = 0; kill < 20; kill++)
        {
            var left = random.Next(journal.Length);
            File.WriteAllBytes(path, journal[..left]);
            var run = 0;
            var resumed = Search(Most, atOnce: 1, path, () => run++);

            Assert.Equal(Settings(whole), Settings(resumed));
            Assert.Equal(whole.Select(trial => trial.Loss), resumed.Select(trial => trial.Loss));
            Assert.Equal(System.Text.Encoding.UTF8.GetString(journal, 0, left).Split('\n')[..^1].Count(line => line.StartsWith("trial ", StringComparison.Ordinal)), Most - run);
        }
    }

    [Fact]
    public void A_trial_that_ends_the_process_three_times_is_left_out()
    {
        using var folder = new DataFolder();
        var path = Path.Combine(folder.Root, "journal");
        var whole = Search(6, atOnce: 1, path);
        var lines = File.ReadAllLines(path);
        // The default is through; lines 3 and later are those of the first pair.
        string[] begun = [.. lines.Where(line => line.StartsWith("begin ", StringComparison.Ordinal)).Skip(1).Take(1)];
        File.WriteAllLines(path, [.. lines[..3], .. begun, .. begun, .. begun]);
        var resumed = Search(6, atOnce: 1, path);

        Assert.Equal(whole[1].Settings, resumed[1].Settings);
        Assert.Null(resumed[1].Loss);
        Assert.Equal(whole[2].Loss, resumed[2].Loss);
        Assert.NotEqual(resumed[1].Settings, SearchDecision.Of(resumed).Best.Settings);
    }

    [Fact]
    public void Another_search_s_trials_are_thrown_away()
    {
        using var folder = new DataFolder();
        var path = Path.Combine(folder.Root, "journal");
        File.WriteAllText(path, "kiln trials 1 another\ntrial {}\n");

        Assert.Equal(Settings(Search(4, atOnce: 1)), Settings(Search(4, atOnce: 1, path)));
    }

    static IEnumerable<(TunedSettings, double?, int)> Settings(IEnumerable<Trial> trials) => trials.Select(trial => (trial.Settings, trial.Loss, trial.Folds));

    static IReadOnlyList<Trial> Search(int most, int atOnce, string? path = null, Action? ran = null)
    {
        using var folder = new DataFolder();
        var rows = TrialSet.Read(150, noise: 0.6);
        using var trialRows = new TrialRows(new MLContext(1), TrialSet.Definition(), rows, rows.HoldOut.Training, threads: 1);
        using var journal = new Journal(path ?? Path.Combine(folder.Root, "journal"), "key");
        var (recorded, told) = (journal.Recorded, 0);
        var start = DefaultPipeline.Settings(rows, rows.HoldOut.Training);
        return new SettingsSearch(new(rows.HoldOut.Training.Length, trialRows.Features), start.ToTuned(), start.Rounds, 1, atOnce, new(trialRows.All, () => false), journal, null,
            (_, _) =>
            {
                if (told++ >= recorded)
                    ran?.Invoke();
            }).Run(count => count < most);
    }
}
