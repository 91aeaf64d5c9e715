using Kiln.Monitoring;

namespace Kiln.Tests.Monitoring;

/// <summary>Windows are files that add up.</summary>
public sealed class ModelWindowTests : IDisposable
{
    readonly MonitoredModel _model = new();

    public void Dispose() => _model.Dispose();

    /// <summary>The same rows in one process, and in many windows of three.</summary>
    [Fact]
    public void Windows_add_up_to_what_one_would_have_counted_in_any_order()
    {
        var chance = new Random(5);
        for (var run = 0; run < 50; run++)
        {
            var one = _model.Load();
            Predictor[] replicas = [_model.Load(), _model.Load(), _model.Load()];
            var windows = new List<ModelWindow>();
            for (var row = 0; row < 300; row++)
            {
                var (age, contract) = (chance.Next(10, 60), new[] { "monthly", "ünï", "yearly", "other", null }[chance.Next(5)]);
                var replica = replicas[chance.Next(3)];
                MonitoredModel.Score(one, age, contract);
                MonitoredModel.Score(replica, age, contract);
                if (chance.Next(20) == 0)
                    windows.Add(ModelWindow.Parse(replica.Monitor!.Cut().ToJson()));
            }
            windows.AddRange(replicas.Select(replica => replica.Monitor!.Cut()));
            var shuffled = windows.ToArray();
            chance.Shuffle(shuffled);
            ModelWindow[] halves = [ModelWindow.Merge(shuffled[..2]), ModelWindow.Merge(shuffled[2..])];

            Assert.Equal(one.Monitor!.Current.ToJson(), ModelWindow.Merge(shuffled).ToJson());
            Assert.Equal(one.Monitor.Current.ToJson(), ModelWindow.Merge(halves).ToJson());
            Array.ForEach([one, .. replicas], predictor => predictor.Monitor!.Dispose());
        }
    }

    [Fact]
    public void A_window_of_another_model_is_not_added()
    {
        using var other = new MonitoredModel();
        other.Folder.EditManifest("\"1.2.0\"", "\"1.3.0\"");
        using var mine = _model.Load().Monitor!;
        using var theirs = other.Load().Monitor!;

        var refused = Assert.Throws<ArgumentException>(() => ModelWindow.Merge([mine.Current, theirs.Current]));

        Assert.Contains("A window of Shop.ChurnModel 1.3.0 cannot be added to one of Shop.ChurnModel 1.2.0.", refused.Message);
        Assert.Throws<ArgumentException>(() => ModelWindow.Merge([]));
    }

    [Fact]
    public void Any_part_of_a_window_and_any_other_format_is_refused_with_a_reason()
    {
        var predictor = _model.Load();
        MonitoredModel.Score(predictor, 20, "ünï");
        using var monitor = predictor.Monitor!;
        var json = monitor.Current.ToJson();

        for (var length = 0; length < json.TrimEnd().Length; length++)
            Assert.Throws<InvalidDataException>(() => ModelWindow.Parse(json[..length]));
        Assert.Contains("a newer version of Kiln writes", Assert.Throws<InvalidDataException>(() => ModelWindow.Parse(json.Replace("\"format\": 1", "\"format\": 2"))).Message);
        Assert.Contains("a count below 0", Assert.Throws<InvalidDataException>(() => ModelWindow.Parse(json.Replace("\"rows\": 1", "\"rows\": -1"))).Message);
        Assert.Contains("ends before it begins", Assert.Throws<InvalidDataException>(() => ModelWindow.Parse(json.Replace("\"to\": \"2026", "\"to\": \"2025"))).Message);
        foreach (var (text, other) in new[]
        {
            (monitor.Current.Manifest, ""), ("\"rows\": 1,", "\"rows\": 9000000000000000000,"), ("\"Contract\": [", "\"Age\": ["), ("\"to\": \"", "\"to\": \"x"), ("\"rows\": 1,", "\"rows\": 1.5,"),
        })
            Assert.Throws<InvalidDataException>(() => ModelWindow.Parse(json.Replace(text, other)));
        Assert.Equal(json, ModelWindow.Parse(json).ToJson());
    }

    [Fact]
    public void A_window_has_no_value_of_a_row()
    {
        var predictor = _model.Load();
        MonitoredModel.Score(predictor, 44.125f, "Ada Lovelace");
        using var monitor = predictor.Monitor!;

        Assert.DoesNotContain("Ada", monitor.Current.ToJson());
        Assert.DoesNotContain("44.125", monitor.Current.ToJson());
    }
}
