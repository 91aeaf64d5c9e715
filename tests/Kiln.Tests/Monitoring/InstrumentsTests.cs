using System.Diagnostics.Metrics;

namespace Kiln.Tests.Monitoring;

/// <summary>What is observed of a model from outside.</summary>
public sealed class InstrumentsTests : IDisposable
{
    readonly MonitoredModel _model = new();

    public void Dispose() => _model.Dispose();

    static Dictionary<string, double> Observe()
    {
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == "Kiln") listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        return seen;

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            seen[$"{instrument.Name} {string.Join(" ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"] = value;
    }

    [Fact]
    public void Predictions_missing_values_and_drift_are_read_when_somebody_asks()
    {
        _model.Folder.EditManifest("\"model\": \"ChurnModel\"", "\"model\": \"ObservedModel\"");
        var predictor = _model.Load();
        for (var row = 0; row < 100; row++)
            MonitoredModel.Score(predictor, row < 25 ? float.NaN : 35, "secret");

        var seen = Observe().Where(measured => measured.Key.Contains("ObservedModel")).ToDictionary();
        predictor.Monitor!.Dispose();

        Assert.Equal(100, seen["kiln.predictions model=ObservedModel version=1.2.0"]);
        Assert.Equal(0.25, seen["kiln.input.missing model=ObservedModel version=1.2.0 column=Age"]);
        Assert.InRange(seen["kiln.drift model=ObservedModel version=1.2.0 column=Contract"], 5, 20);
        Assert.DoesNotContain(seen.Keys, key => key.Contains("secret"));
        Assert.DoesNotContain(Observe().Keys, key => key.Contains("ObservedModel"));
    }
}
