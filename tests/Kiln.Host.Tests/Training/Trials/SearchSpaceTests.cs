using Kiln.Contracts.Json;
using Kiln.Contracts.Tunings;
using Kiln.Host.Training.Trials;

namespace Kiln.Host.Tests.Training.Trials;

public class SearchSpaceTests
{
    /// <summary>Whatever a search tries can be written, read and trained with.</summary>
    [Theory]
    [InlineData(50, 1)]
    [InlineData(1_000, 30)]
    [InlineData(1_000_000, 5_000)]
    public void Every_point_is_settings_that_a_file_can_say(int rows, int features)
    {
        var space = new SearchSpace(rows, features);
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var settings = space.At([.. Enumerable.Range(0, space.Dimensions).Select(_ => 1.5 * random.NextDouble() - 0.25)]);
            var text = TunedSettingsJson.Write(new JsonWriter().Object(), settings).End().ToString();

            Assert.Equal(settings, TunedSettingsJson.Read(JsonReader.Read(text)));
            Assert.Equal(settings, space.Within(settings));
            // LightGBM keeps a histogram a leaf.
            Assert.True(settings.Leaves <= 15 || settings.Leaves * (long)features * 255 * 16 <= 512L << 20);
        }
    }

    /// <summary>As constraints want it.</summary>
    [Fact]
    public void Where_each_tree_is_to_see_all_features_no_settings_leave_out_any()
    {
        var space = new SearchSpace(1000, 10, leastFeatureShare: 1);

        Assert.All(Portfolio.Settings.Select(space.Within), settings => Assert.Equal(1, settings.FeatureShare));
        Assert.All(Portfolio.Settings.SelectMany(space.PointOf), coordinate => Assert.InRange(coordinate, 0, 1));
    }

    /// <summary>A bowl with its bottom away from where the search begins.</summary>
    [Fact]
    public void A_local_search_finds_the_bottom_of_a_bowl()
    {
        double[] bottom = [0.2, 0.8, 0.4, 0.9, 0.1, 0.5, 0.3];
        double Loss(double[] point) => point.Zip(bottom, (a, b) => (a - b) * (a - b)).Sum();
        double[] best = [.. Enumerable.Repeat(0.6, bottom.Length)];
        var (search, first) = (new LocalSearch(bottom.Length, best, new(1)), Loss(best));
        for (var i = 0; i < 100; i++)
        {
            var better = search.Next().Where(point => Loss(point) < Loss(best)).MinBy(Loss);
            search.Tell(better);
            best = better ?? best;
        }

        Assert.InRange(Loss(best), 0, 0.05 * first);
    }
}
