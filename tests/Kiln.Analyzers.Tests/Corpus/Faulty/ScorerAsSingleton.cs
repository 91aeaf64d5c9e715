// origin: blind, first round
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;

namespace Credit;

public interface IScorer
{
    float Score(Applicant applicant);
}

public sealed class Applicant
{
    public float Income { get; set; }

    public float Debt { get; set; }
}

public sealed class Scored
{
    public float Score { get; set; }
}

public sealed class Scorer : IScorer
{
    private readonly PredictionEngine<Applicant, Scored> _engine; // KILN7001

    public Scorer(IConfiguration configuration)
    {
        var ml = new MLContext();
        var model = ml.Model.Load(configuration["Scorer:Path"], out var schema);
        _engine = ml.Model.CreatePredictionEngine<Applicant, Scored>(model, schema);
    }

    public float Score(Applicant applicant) => _engine.Predict(applicant).Score;
}

public static class Registrations
{
    public static void AddCredit(IServiceCollection services)
    {
        services.AddSingleton<IScorer, Scorer>();
        services.AddTransient<Desk>();
    }
}

public sealed class Desk(IScorer scorer)
{
    public bool Accept(Applicant applicant) => scorer.Score(applicant) > 0.5f;
}
