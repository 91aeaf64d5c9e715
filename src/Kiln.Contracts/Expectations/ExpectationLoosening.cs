using System.Globalization;

namespace Kiln.Contracts.Expectations;

/// <summary>An expectation that is weaker than a release's.</summary>
/// <param name="Then">The release's.</param>
/// <param name="Bound"><c>Within</c> or <c>MinShare</c>; null where the expectation is gone.</param>
/// <param name="Was">The bound then.</param>
/// <param name="Now">The bound now.</param>
public sealed record ExpectationLoosening(Expectation Then, string? Bound = null, double Was = 0, double Now = 0)
{
    /// <summary>What is weaker now without a reason that was not given then; of several of one kind the strictest counts.</summary>
    public static IEnumerable<ExpectationLoosening> Between(IReadOnlyList<Expectation> released, IReadOnlyList<Expectation> now)
    {
        foreach (var then in released)
        {
            var today = now.Where(then.IsOfKind).ToList();
            if (today.Any(expectation => !string.IsNullOrWhiteSpace(expectation.Because) && released.All(other => other.Because != expectation.Because)))
                continue;
            if (today.Count == 0)
            {
                yield return new(then);
                continue;
            }
            if (today.Any(expectation => (expectation.Within ?? 0) <= (then.Within ?? 0) && expectation.LeastShare >= then.LeastShare))
                continue;
            if (today.Min(expectation => expectation.Within ?? 0) is var within && within > (then.Within ?? 0))
                yield return new(then, nameof(Expectation.Within), then.Within ?? 0, within);
            else
                yield return new(then, nameof(Expectation.MinShare), then.LeastShare, today.Max(expectation => expectation.LeastShare));
        }
    }

    public override string ToString() => Bound is null ? $"{Then} is gone"
        : string.Format(CultureInfo.InvariantCulture, "{0}: {1} was {2} and is {3}", Then.Title, Bound, Was, Now);
}
