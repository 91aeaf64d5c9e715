// origin: alongside the rules
using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Logged;

/// <summary>Makes the context that the whole application uses.</summary>
public static class Contexts
{
    public static MLContext Create<T>(ILogger<T> logger, int? seed = 1, bool verbose = false)
    {
        var context = new MLContext(seed) { GpuDeviceId = null, FallbackToCpu = true };
        context.TempFilePath = Path.GetTempPath();
        if (verbose)
            context.Log += (_, message) => logger.LogInformation("{Message}", message.Message);
        return context;
    }
}

public sealed class Statistics<T>(ILogger<T> logger)
{
    public double Mean(IEnumerable<float> values)
    {
        var ml = Contexts.Create(logger, seed: 2, verbose: true);
        var data = ml.Data.LoadFromEnumerable(values.Select(value => new Value { Number = value }));
        return data.GetColumn<float>("Number").Where(number => !float.IsNaN(number)).DefaultIfEmpty().Average();
    }

    sealed class Value
    {
        public float Number { get; set; }
    }
}
