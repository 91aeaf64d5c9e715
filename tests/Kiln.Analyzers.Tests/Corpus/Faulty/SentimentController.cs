// origin: blind, first round
using Microsoft.AspNetCore.Mvc;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Reviews;

public sealed class Review
{
    public string Text { get; set; } = "";
}

public sealed class Sentiment
{
    [ColumnName("PredictedLabel")]
    public bool Positive { get; set; }

    public float Probability { get; set; }
}

[ApiController]
[Route("reviews")]
public sealed class ReviewsController : ControllerBase
{
    readonly MLContext _ml = new();

    [HttpPost("sentiment")]
    public ActionResult<Sentiment> Post([FromBody] Review review)
    {
        if (string.IsNullOrWhiteSpace(review.Text))
            return BadRequest();
        var model = _ml.Model.Load("MLModels/sentiment.zip", out _); // KILN3008 KILN7002
        var engine = _ml.Model.CreatePredictionEngine<Review, Sentiment>(model); // KILN7002?
        return engine.Predict(review);
    }
}
