# sam build calls this, in a copy of the checkout, for the function of template.yaml. Maven's own build would run every
# test and put the result into the local repository.
.PHONY: build-MonitorFunction
build-MonitorFunction:
	rm -rf target/classes target/function
	mvn -B -ntp -q -Dquick -Dmaven.test.skip=true package
	cp -R target/function/. "$(ARTIFACTS_DIR)/"
