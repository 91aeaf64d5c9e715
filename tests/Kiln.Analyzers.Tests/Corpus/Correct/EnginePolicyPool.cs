// origin: alongside the rules
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ObjectPool;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Pooling;

public class Sample
{
    public float X { get; set; }
    public float Y { get; set; }
}

public class Estimate
{
    [ColumnName("Score")] public float Value { get; set; }
}

/// <summary>Makes an engine whenever the pool has none left.</summary>
public sealed class EnginePolicy(MLContext context, ITransformer model) : PooledObjectPolicy<PredictionEngine<Sample, Estimate>>
{
    public override PredictionEngine<Sample, Estimate> Create() => context.Model.CreatePredictionEngine<Sample, Estimate>(model);

    public override bool Return(PredictionEngine<Sample, Estimate> engine) => true;
}

public sealed class Estimator(ObjectPool<PredictionEngine<Sample, Estimate>> engines)
{
    public float Estimate(Sample sample)
    {
        var engine = engines.Get();
        try
        {
            return engine.Predict(sample).Value;
        }
        finally
        {
            engines.Return(engine);
        }
    }
}

public static class Registration
{
    public static IServiceCollection AddEstimator(this IServiceCollection services, Stream file)
    {
        var context = new MLContext();
        var model = context.Model.Load(file, out _);
        services.AddSingleton<ObjectPool<PredictionEngine<Sample, Estimate>>>(
            new DefaultObjectPool<PredictionEngine<Sample, Estimate>>(new EnginePolicy(context, model)));
        services.AddSingleton<Estimator>();
        return services;
    }
}
