// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Triage;

public sealed record Patient(string Name, float Age, float Pulse, float Pressure);

public sealed class Triage(MLContext ml, ITransformer model)
{
    /// <summary>The most urgent first.</summary>
    public IReadOnlyList<Patient> Order(IEnumerable<Patient> patients)
    {
        var scored = new List<(Patient Patient, float Urgency)>();
        foreach (var patient in patients)
        {
            var question = new Question { Age = patient.Age, Pulse = patient.Pulse, Pressure = patient.Pressure };
            scored.Add((patient, Ask(question)));
        }
        return scored.OrderByDescending(pair => pair.Urgency).Select(pair => pair.Patient).ToList();
    }

    float Ask(Question question)
    {
        using var engine = ml.Model.CreatePredictionEngine<Question, Answer>(model); // KILN7002
        return engine.Predict(question).Score;
    }

    sealed class Question
    {
        public float Age { get; set; }
        public float Pulse { get; set; }
        public float Pressure { get; set; }
    }

    sealed class Answer
    {
        public float Score { get; set; }
    }
}
