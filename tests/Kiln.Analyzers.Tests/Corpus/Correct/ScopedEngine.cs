// origin: alongside the rules
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Scoped;

public class Bid
{
    public float Amount { get; set; }
}

public class Outcome
{
    [ColumnName("PredictedLabel")] public bool Wins { get; set; }
}

/// <summary>One engine per job, and a job lasts for hours; the model is shared.</summary>
public sealed class Job(PredictionEngine<Bid, Outcome> engine)
{
    public int Wins(IEnumerable<Bid> bids) => bids.Count(bid => engine.Predict(bid).Wins);
}

public static class Registration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, MLContext ml, ITransformer model)
    {
        services.AddSingleton(ml);
        services.AddSingleton(model);
        services.AddScoped(_ => ml.Model.CreatePredictionEngine<Bid, Outcome>(model));
        services.AddScoped<Job>();
        return services;
    }
}
