using ActorTcp.LoadTests;

return await Runner.RunAsync(args,
    ConnectionSetupRate.Scenario,
    RampToSaturation.Scenario,
    Churn.Scenario,
    AMillionIdleConnections.Scenario,
    SlowClients.Scenario);
